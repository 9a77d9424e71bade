import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useAddress } from '@marquee/ui/app/use-address.ts';
import { useNow } from '@marquee/ui/app/use-now.ts';
import { Button } from '@marquee/ui/button.tsx';
import { counted, formatCount } from '@marquee/ui/count.ts';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { useSystem } from '../system/use-system.ts';
import { DiscardDialog } from './discard-dialog.tsx';
import { DiscardedPanel } from './discarded-panel.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { groupLetters } from './group.ts';
import { GroupPanel } from './group-panel.tsx';
import type { Letter } from './letter.ts';
import { LETTERS } from './letter-store.ts';
import { QueueList } from './queue-list.tsx';
import { RedriveDialog } from './redrive-dialog.tsx';
import { whyNot } from './redrive-plan.ts';
import { roleWord } from './role-word.ts';
import { useLetterActions } from './use-letter-actions.ts';
import { MOST_OF_ALL, MOST_OF_ONE, useDepths, useLetters } from './use-letters.ts';

/** What is being asked about in a dialog. */
type Asking =
  | { about: 'redrive'; letters: readonly Letter[] }
  | { about: 'discard'; letters: readonly Letter[] }
  | { about: 'edit'; letter: Letter };

/** What could not be delivered: why, since when, and what is done about it. */
export const DeadLettersScreen = ({ queue: name }: { queue?: string }) => {
  useTitle(name === undefined ? 'Dead letters' : `Dead letters of ${name}`);
  const { role } = useSession();
  const [address, setAddress] = useAddress();
  const now = useNow(1000);
  const { data: system, error: systemError } = useSystem();
  const { data: depths, error } = useDepths();
  const wanted = useMemo(
    () => depths?.filter(({ queue }) => name === undefined || queue.name === name),
    [depths, name],
  );
  const { shown, readings, read } = useLetters(wanted, name === undefined ? MOST_OF_ALL : MOST_OF_ONE);
  const actions = useLetterActions();
  const [asking, setAsking] = useState<Asking>();
  const readAgain = (): void => {
    for (const depth of wanted ?? []) if (depth.visible + depth.hidden > 0) void read(depth);
  };
  useShortcut('r', 'Read the queues again', readAgain);
  const groups = useMemo(
    () =>
      groupLetters(
        [...shown.values()]
          .map(({ letter }) => letter)
          .filter(({ queue }) => name === undefined || queue.name === name),
      ),
    [shown, name],
  );
  const here = [...shown.values()]
    .filter(
      ({ outcome, busy, letter }) => !outcome?.gone && !busy && (name === undefined || letter.queue.name === name),
    )
    .map(({ letter }) => letter);
  const redrivable = system ? here.filter((letter) => whyNot(letter, system) === undefined) : [];
  const waiting = (wanted ?? []).reduce((sum, { visible, hidden }) => sum + visible + hidden, 0);
  const hasGone = [...shown.values()].some(({ outcome }) => outcome?.gone);
  const isReading = [...readings.values()].some(({ busy }) => busy);
  const ask = (about: 'redrive' | 'discard') => (letters: readonly Letter[]) => setAsking({ about, letters });
  const failure = systemError ?? (depths === undefined ? error : undefined);
  const unknown = name !== undefined && system && !system.deadLetterQueues.some((queue) => queue.name === name);

  return (
    <>
      <div className="h">
        <div className="grow">
          <h1>{name === undefined ? 'Dead letters' : name}</h1>
          <p className="muted">
            {name !== undefined && (
              <>
                <Link href="/dead-letters">All dead letters</Link>
                {', '}
              </>
            )}
            {depths === undefined
              ? 'counting the messages'
              : waiting === 0
                ? 'nothing waits'
                : `${counted(waiting, 'message')} could not be delivered`}
          </p>
        </div>
        {hasGone && (
          <Button kind="quiet" small onPress={() => LETTERS.clearGone()}>
            Put away what is done
          </Button>
        )}
        <Button small icon="rerun" isDisabled={isReading || waiting === 0} onPress={readAgain}>
          Read again
        </Button>
        {actions.redrive && redrivable.length > 1 && (
          <Button kind="primary" small icon="redrive" onPress={() => ask('redrive')(redrivable)}>
            Redrive all {formatCount(redrivable.length)} …
          </Button>
        )}
      </div>
      {error && depths !== undefined && (
        <p className="notice-line bad" role="alert">
          The queues could not be counted: {error.message} What is shown is as of before; it is asked for again by
          itself.
        </p>
      )}
      {failure ? (
        <Failure title="The dead-letter queues could not be read" error={failure} />
      ) : unknown ? (
        <Empty
          title={`The stage has no dead-letter queue ${name}`}
          action={
            <Link className="btn" href="/dead-letters">
              Show all queues
            </Link>
          }
        />
      ) : depths === undefined ? (
        <Skeleton rows={8} label="Counting the messages" />
      ) : (
        <div className="dead">
          {name === undefined && (
            <QueueList depths={depths} shown={shown} readings={readings} now={now} current={name} />
          )}
          {!actions.redrive && here.length > 0 && (
            <p className="notice-line">
              The role of {roleWord(role)}s only reads. Redriving and discarding is for the role of operators:{' '}
              <code>npm run marquee -- console --role operator</code>
            </p>
          )}
          {groups.map((group) => (
            <GroupPanel
              key={group.key}
              group={group}
              all={shown}
              now={now}
              open={address.get('open') ?? undefined}
              onOpen={(id) => setAddress({ open: id })}
              actions={actions}
              onRedrive={ask('redrive')}
              onDiscard={ask('discard')}
              onEdit={(letter) => setAsking({ about: 'edit', letter })}
            />
          ))}
          {groups.length === 0 &&
            (waiting > 0 ? (
              isReading ? (
                <Skeleton rows={4} label="Reading the messages" />
              ) : (
                <Empty title="Somebody else looks at these messages right now">
                  A message that is shown to one is hidden from all others for some seconds. They appear here after
                  that.
                </Empty>
              )
            ) : (
              <Empty title="Nothing waits here">
                What a workflow or a function does not take, after all attempts, comes here with the reason and stays
                for 14 days.
              </Empty>
            ))}
          <DiscardedPanel queue={name} />
        </div>
      )}
      {asking?.about === 'redrive' && (
        <RedriveDialog
          letters={asking.letters}
          onRedrive={(letters) => void actions.redrive?.(letters)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.about === 'discard' && (
        <DiscardDialog
          letters={asking.letters}
          onDiscard={(reason) => void actions.discard?.(asking.letters, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.about === 'edit' && (
        <EditDialog
          letter={asking.letter}
          onRedrive={(edited) => void actions.redrive?.([asking.letter], edited)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
};
