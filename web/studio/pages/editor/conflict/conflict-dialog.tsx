import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { useState } from 'react';
import { useEditing } from '../editing.tsx';
import { GrowingText } from '../fields/growing-text.tsx';
import { wordsOf } from '../model/difference.ts';
import type { Conflict } from '../model/merge.ts';
import { fieldOf, type Path } from '../model/paths.ts';
import type { Saving } from '../model/saver.ts';
import { inWords } from '../model/summary.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';

type Props = {
  saving: Extract<Saving, { is: 'conflict' }>;
  isOpen: boolean;
  close: () => void;
  decide: (decisions: readonly { path: Path; value: unknown }[]) => void;
};

type Choice = { of: 'mine' | 'theirs' | 'edited'; text: string };

/** What two people made of the same fields: both, and what was before, to choose from or to write anew. */
export const ConflictDialog = ({ saving, isOpen, close, decide }: Props) => {
  const words = useEditorWords();
  const { conflicts, by } = saving;
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const choiceOf = ({ path, mine }: Conflict): Choice =>
    choices[fieldOf(path)] ?? { of: 'mine', text: typeof mine === 'string' ? mine : '' };
  const decisionOn = (conflict: Conflict): unknown => {
    const { of, text } = choiceOf(conflict);
    if (of === 'edited') return text === '' ? undefined : text;
    return of === 'mine' ? conflict.mine : conflict.theirs;
  };
  return (
    <Dialog
      title={words.conflictTitle}
      isOpen={isOpen}
      onClose={close}
      wide
      actions={
        <Button
          kind="primary"
          onPress={() => decide(conflicts.map((conflict) => ({ path: conflict.path, value: decisionOn(conflict) })))}
        >
          {words.saveChoices}
        </Button>
      }
    >
      <p>{words.conflictWhy(by, conflicts.length)}</p>
      <div className="conflicts">
        {conflicts.map((conflict) => (
          <OneConflict
            key={fieldOf(conflict.path)}
            conflict={conflict}
            by={by}
            choice={choiceOf(conflict)}
            onChoose={(choice) => setChoices((before) => ({ ...before, [fieldOf(conflict.path)]: choice }))}
          />
        ))}
      </div>
    </Dialog>
  );
};

type OneProps = { conflict: Conflict; by: string; choice: Choice; onChoose: (choice: Choice) => void };

const OneConflict = ({ conflict: { path, base, mine, theirs }, by, choice, onChoose }: OneProps) => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const { languages, names, written } = useEditing();
  const field = fieldOf(path);
  const last = path.at(-1);
  const language = languages.find(({ locale }) => locale === last)?.label;
  const label = [fields.path(path, (part) => languages.some(({ locale }) => locale === part)), language]
    .filter(Boolean)
    .join(', ');
  const isText = [base, mine, theirs].every((value) => value === undefined || typeof value === 'string');
  const say = (value: unknown): string => inWords(value, written[0]?.locale ?? 'en', names) || words.empty;
  const changed = (value: unknown) =>
    isText ? (
      <span className="diff-text" dir="auto">
        {wordsOf(String(base ?? ''), String(value ?? '')).map((stretch, index) => {
          const key = `${index} ${stretch.is}`;
          if (stretch.is === 'same') return <span key={key}>{stretch.text}</span>;
          return stretch.is === 'new' ? <ins key={key}>{stretch.text}</ins> : <del key={key}>{stretch.text}</del>;
        })}
        {value === undefined && ` ${words.empty}`}
      </span>
    ) : (
      <span className="diff-text">{say(value)}</span>
    );
  const option = (of: 'mine' | 'theirs', title: string, keep: string, value: unknown) => (
    <label className={choice.of === of ? 'side-of on' : 'side-of'}>
      <span className="row">
        <input
          type="radio"
          name={`conflict-${field}`}
          aria-label={`${keep}: ${label}`}
          checked={choice.of === of}
          onChange={() => onChoose({ of, text: typeof value === 'string' ? value : '' })}
        />
        <b>{title}</b>
      </span>
      {changed(value)}
    </label>
  );
  return (
    <fieldset className="conflict">
      <legend>{label}</legend>
      <div className="sides">
        {option('mine', words.mine, words.keepMine, mine)}
        {option('theirs', words.theirs(by), words.takeTheirs(by), theirs)}
      </div>
      <details>
        <summary>{words.base}</summary>
        <p className="diff-text" dir="auto">
          {isText ? String(base ?? words.empty) : say(base)}
        </p>
      </details>
      {isText && (
        <GrowingText
          className="input"
          rows={2}
          dir="auto"
          aria-label={words.editedLabel(label)}
          value={choice.text}
          onChange={(text) => onChoose({ of: 'edited', text })}
        />
      )}
    </fieldset>
  );
};
