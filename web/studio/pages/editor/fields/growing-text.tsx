import { type ComponentProps, useLayoutEffect, useRef } from 'react';

type Props = Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
  value: string;
  onChange: (text: string) => void;
  /** Lines beyond which it scrolls. */
  most?: number;
};

/** A text of several lines that is as high as what it holds. */
export const GrowingText = ({ value, onChange, most = 24, ref: given, ...props }: Props) => {
  const own = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows with what it holds
  useLayoutEffect(() => {
    const element = own.current;
    if (!element) return;
    element.style.height = 'auto';
    const line = Number.parseFloat(getComputedStyle(element).lineHeight) || 20;
    element.style.height = `${Math.min(element.scrollHeight + 2, line * most)}px`;
  }, [value, most]);
  return (
    <textarea
      {...props}
      ref={(element) => {
        own.current = element;
        if (typeof given === 'function') given(element);
        else if (given) given.current = element;
      }}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
};
