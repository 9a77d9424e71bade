import { useState } from 'react';
import { idOf, useValue } from '../editing.tsx';
import { useEditorWords } from '../words.ts';
import type { FieldProps } from './field.tsx';
import { GrowingText } from './growing-text.tsx';
import { FieldShell, useInputProps } from './shell.tsx';

/** A field of a shape that no editor knows: as JSON, taken up whenever it is whole. */
export const RawField = ({ path, label }: FieldProps) => {
  const words = useEditorWords();
  const [value, set] = useValue<unknown>(path);
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const write = (text: string): void => {
    setTyped(text);
    try {
      set(text.trim() === '' ? undefined : (JSON.parse(text) as unknown));
      setProblem(undefined);
    } catch (error) {
      setProblem(words.rawBad(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <FieldShell path={path} label={label} htmlFor={idOf(path)} hint={words.rawWhy} problem={problem}>
      <GrowingText
        {...useInputProps(path, true)}
        className="input mono"
        rows={3}
        spellCheck={false}
        value={typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2))}
        onChange={write}
        onBlur={() => problem === undefined && setTyped(undefined)}
      />
    </FieldShell>
  );
};
