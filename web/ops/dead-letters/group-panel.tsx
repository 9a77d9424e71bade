import { Button } from '@marquee/ui/button.tsx';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { formatAge } from '@marquee/ui/duration.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { useSystem } from '../system/use-system.ts';
import { type LetterGroup, meaningOf } from './group.ts';
import type { Letter } from './letter.ts';
import { LetterRow, type LetterRowProps } from './letter-row.tsx';
import type { Shown } from './letter-store.ts';
import { whyNot } from './redrive-plan.ts';

/** Rows of a group before somebody asks for more. */
const FIRST = 25;

export type GroupPanelProps = Pick<LetterRowProps, 'all' | 'now' | 'actions' | 'onOpen' | 'onEdit' | 'onDiscard'> & {
  group: LetterGroup;
  open: string | undefined;
  onRedrive: (letters: readonly Letter[]) => void;
};

const isHere = ({ outcome, busy }: Shown): boolean => !outcome?.gone && !busy;

/** Dead letters of one queue with one error, to be seen and put right together. */
export const GroupPanel = ({ group, open, onRedrive, ...row }: GroupPanelProps) => {
  const { data: system } = useSystem();
  const [more, setMore] = useState(FIRST);
  const { all, now, actions, onDiscard } = row;
  const shown = group.letters.flatMap(({ id }) => all.get(id) ?? []);
  const here = shown.filter(isHere).map(({ letter }) => letter);
  const redrivable = system ? here.filter((letter) => whyNot(letter, system) === undefined) : [];
  const [sample] = group.letters;
  const meaning = meaningOf(group.error) ?? sample?.reason;
  const id = `group-${group.key.replace(/\W/g, '-')}`;
  return (
    <section className="panel letters" aria-labelledby={id}>
      <header className="letters-head">
        <div className="grow">
          <h2 id={id}>
            <code>{group.error}</code> in{' '}
            <Link href={`/dead-letters/${encodeURIComponent(group.queue)}`}>
              {group.queue.replace(/-dead-letters$/, '')}
            </Link>
          </h2>
          <p className="muted sm">
            {here.length > 0
              ? `${counted(here.length, 'message')}, the oldest for ${formatAge(now - Math.min(...here.map(({ sentAt }) => sentAt)))}`
              : 'Nothing of this is in the queue any more'}
            {meaning && <span className="dot-sep">{meaning}</span>}
          </p>
        </div>
        {actions.redrive && redrivable.length > 1 && (
          <Button small icon="redrive" onPress={() => onRedrive(redrivable)}>
            Redrive all {formatCount(redrivable.length)} …
          </Button>
        )}
        {actions.discard && here.length > 1 && (
          <Button small kind="quiet" icon="trash" onPress={() => onDiscard(here)}>
            Discard all {formatCount(here.length)} …
          </Button>
        )}
      </header>
      <ul>
        {shown.slice(0, more).map((each) => (
          <LetterRow key={each.letter.id} shown={each} isOpen={open === each.letter.id} {...row} />
        ))}
      </ul>
      {shown.length > more && (
        <Button kind="quiet" onPress={() => setMore(more + 100)}>
          Show {formatCount(Math.min(100, shown.length - more))} more of {formatCount(shown.length)}
        </Button>
      )}
    </section>
  );
};
