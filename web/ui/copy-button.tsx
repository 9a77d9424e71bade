import { useState } from 'react';
import { Button } from './button.tsx';
import { useUiWords } from './words/language.tsx';

/** Copies a text; says so on itself until it is left. */
export const CopyButton = ({ text, label, small = true }: { text: string; label: string; small?: boolean }) => {
  const [copied, setCopied] = useState(false);
  const words = useUiWords();
  return (
    <Button
      kind="quiet"
      small={small}
      icon={copied ? 'check' : 'copy'}
      aria-label={copied ? words.copied : label}
      onBlur={() => setCopied(false)}
      onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    />
  );
};
