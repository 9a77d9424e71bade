import { Segments } from '@marquee/ui/segments.tsx';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { type Edit, edited } from '../model/markdown-edits.ts';
import { useEditorWords } from '../words.ts';
import { GrowingText } from './growing-text.tsx';

/** The site's own Markdown: it is loaded where somebody wants to read. */
const Shown = lazy(async () => ({ default: (await import('./markdown-shown.tsx')).MarkdownShown }));

type Props = {
  id: string;
  value: string;
  onChange: (text: string) => void;
  label: string;
  readOnly: boolean;
  className: string;
  lang: string;
  dir: 'auto';
};

const TOOLS: readonly { edit: Edit; sign: string; key?: string }[] = [
  { edit: 'bold', sign: 'B', key: 'b' },
  { edit: 'italic', sign: 'I', key: 'i' },
  { edit: 'heading', sign: 'H' },
  { edit: 'list', sign: '•' },
  { edit: 'link', sign: '↗', key: 'k' },
];

/** Markdown with tools, the keys of every text editor, and what it becomes. */
export const MarkdownText = ({ label, value, onChange, ...props }: Props) => {
  const words = useEditorWords();
  const [as, setAs] = useState<'write' | 'read'>('write');
  const area = useRef<HTMLTextAreaElement>(null);
  const apply = (edit: Edit): void => {
    const element = area.current;
    if (!element || props.readOnly) return;
    const { selectionStart, selectionEnd } = element;
    const next = edited(edit, { text: value, from: selectionStart, to: selectionEnd }, words.linkText);
    onChange(next.text);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.from, next.to);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = TOOLS.find(({ key }) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    apply(tool.edit);
  };
  return (
    <div className="md">
      <div className="md-bar" role="toolbar" aria-label={`${words.markdownBar}: ${label}`}>
        {as === 'write' &&
          !props.readOnly &&
          TOOLS.map(({ edit, sign, key }) => (
            <button
              key={edit}
              type="button"
              className={`md-tool ${edit}`}
              aria-label={words[edit]}
              title={key ? `${words[edit]} (Ctrl+${key.toUpperCase()})` : words[edit]}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => apply(edit)}
            >
              {sign}
            </button>
          ))}
        <span className="grow" />
        <Segments
          label={`${label}: ${words.read}`}
          name={`${props.id}-as`}
          options={[
            { value: 'write', label: words.write },
            { value: 'read', label: words.read },
          ]}
          value={as}
          onChange={setAs}
        />
      </div>
      {as === 'write' ? (
        <GrowingText {...props} ref={area} rows={6} value={value} onChange={onChange} onKeyDown={onKeyDown} />
      ) : (
        <Suspense fallback={<div className="md-shown" aria-busy="true" />}>
          <Shown text={value} lang={props.lang} />
        </Suspense>
      )}
    </div>
  );
};
