import { counted } from '@marquee/ui/count.ts';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type Recorded, readActions } from '../actions/record-action.ts';
import { call } from '../aws/call.ts';
import { useSystem } from '../system/use-system.ts';
import { roleWord } from './role-word.ts';

const JsonView = lazy(async () => ({ default: (await import('@marquee/ui/json-view.tsx')).JsonView }));

/** As long as queues keep messages, in milliseconds. */
const BACK = 14 * 24 * 3_600_000;
const FIRST = 10;

const WORDS: Readonly<Record<Recorded['action'], string>> = {
  'discard-dead-letter': 'Discarded',
  'edit-dead-letter': 'Edited and redriven',
};

const readLog = async (logGroupName: string, signal: AbortSignal): Promise<Recorded[]> => {
  const lines: { message: string; at: number; stream: string }[] = [];
  let nextToken: string | undefined;
  do {
    const page = await call(
      'logs',
      'FilterLogEvents',
      { logGroupName, filterPattern: '"dead-letter"', startTime: Date.now() - BACK, nextToken },
      signal,
    );
    for (const { message = '', timestamp = 0, logStreamName = '' } of page.events ?? [])
      lines.push({ message, at: timestamp, stream: logStreamName });
    nextToken = page.nextToken;
  } while (nextToken);
  return readActions(lines).filter(({ action }) => action in WORDS);
};

const Entry = ({ entry }: { entry: Recorded }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <b>{WORDS[entry.action]}</b> {entry.on.subject}{' '}
          <span className="muted">
            <code>{entry.on.error}</code> of {entry.on.queue}, by{' '}
            <span title={entry.role}>
              {entry.person ? `${entry.person} as ${roleWord(entry.role)}` : roleWord(entry.role)}
            </span>
            , <Time at={new Date(entry.at)} moment />
          </span>
          {entry.action === 'discard-dead-letter' && <span className="why-said">{entry.reason}</span>}
        </summary>
        {isOpen && (
          <Suspense fallback={null}>
            <JsonView text={entry.body} label="the message" />
          </Suspense>
        )}
      </details>
    </li>
  );
};

/** What operators took out of the queues or changed, who and why, with the messages as they were. */
export const DiscardedPanel = ({ queue }: { queue: string | undefined }) => {
  const { data: system } = useSystem();
  const [all, setAll] = useState(false);
  const logGroup = system?.outputs.OperatorLogGroup;
  const { data, error } = useQuery({
    queryKey: ['discarded', logGroup],
    enabled: logGroup !== undefined,
    refetchInterval: 30_000,
    queryFn: ({ signal }) => readLog(logGroup ?? '', signal),
  });
  if (error)
    return (
      <p className="notice-line bad" role="alert">
        What was discarded could not be read: {error.message}
      </p>
    );
  const entries = (data ?? []).filter(({ on }) => queue === undefined || on.queue === queue);
  if (entries.length === 0) return null;
  return (
    <section className="panel discarded" aria-labelledby="discarded">
      <div className="panel-head">
        <h2 id="discarded" className="grow">
          Discarded and edited
        </h2>
        <span className="muted small">{counted(entries.length, 'message')} in the last 14 days</span>
      </div>
      <ul>
        {entries.slice(0, all ? undefined : FIRST).map((entry) => (
          <Entry key={`${entry.at} ${entry.on.message}`} entry={entry} />
        ))}
      </ul>
      {!all && entries.length > FIRST && (
        <button type="button" className="btn btn-quiet" onClick={() => setAll(true)}>
          Show all {entries.length}
        </button>
      )}
    </section>
  );
};
