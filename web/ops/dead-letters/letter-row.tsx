import { Button } from '@marquee/ui/button.tsx';
import { formatAge } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useId } from 'react';
import { useSystem } from '../system/use-system.ts';
import { cameBack } from './came-back.ts';
import type { Letter } from './letter.ts';
import { LetterBody } from './letter-body.tsx';
import type { Shown } from './letter-store.ts';
import { OutcomeView } from './outcome-view.tsx';
import { whyNot } from './redrive-plan.ts';
import type { LetterActions } from './use-letter-actions.ts';

export type LetterRowProps = {
  shown: Shown;
  all: ReadonlyMap<string, Shown>;
  now: number;
  isOpen: boolean;
  onOpen: (id: string | undefined) => void;
  actions: { [Name in keyof LetterActions]: LetterActions[Name] | undefined };
  onEdit: (letter: Letter) => void;
  onDiscard: (letters: readonly Letter[]) => void;
};

/** One dead letter: what it is about, how long it waits, what can be done or was done. Opened, it is there whole. */
export const LetterRow = ({ shown, all, now, isOpen, onOpen, actions, onEdit, onDiscard }: LetterRowProps) => {
  const { data: system } = useSystem();
  const { letter, busy, outcome } = shown;
  const id = useId();
  const reason = system && whyNot(letter, system);
  const isGone = outcome?.gone === true;
  const { redrive, discard } = actions;
  return (
    <li className={isGone ? 'letter gone' : 'letter'}>
      <div className="letter-line">
        <button
          type="button"
          className="unfold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onOpen(isOpen ? undefined : letter.id)}
        >
          <Icon name={isOpen ? 'chevron' : 'right'} />
          <span className="grow clip">
            <b>{letter.subject}</b>
            {letter.event && letter.event.detailType !== letter.subject && (
              <span className="muted dot-sep">{letter.event.detailType}</span>
            )}
          </span>
        </button>
        <span className="muted num age" title={new Date(letter.sentAt).toISOString()}>
          {isGone ? '' : formatAge(now - letter.sentAt)}
        </span>
        {busy ? (
          <span className="st st-running plain" role="status">
            <Icon name="running" />
            At work
          </span>
        ) : (
          !isGone &&
          (redrive || discard) && (
            <span className="acts">
              {redrive && reason === undefined && (
                <>
                  <Button small icon="redrive" onPress={() => void redrive([letter])}>
                    Redrive
                  </Button>
                  <Button small icon="draft" onPress={() => onEdit(letter)}>
                    Edit …
                  </Button>
                </>
              )}
              {discard && (
                <Button small kind="quiet" icon="trash" onPress={() => onDiscard([letter])}>
                  Discard …
                </Button>
              )}
            </span>
          )
        )}
      </div>
      {outcome && !busy && (
        <div className="letter-outcome" role="status">
          <OutcomeView outcome={outcome} back={cameBack(outcome, letter, all)} />
        </div>
      )}
      {isOpen && (
        <div id={id}>
          {redrive && reason !== undefined && !isGone && (
            <p className="letter-outcome muted">It cannot be redriven from here. {reason}</p>
          )}
          <LetterBody letter={letter} />
        </div>
      )}
    </li>
  );
};
