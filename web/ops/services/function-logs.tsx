import { formatExact } from '@marquee/ui/clock.ts';
import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { prettyJson } from '@marquee/ui/json-text.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { executionHref, storyHref } from '../app/links.ts';
import { usePace } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { type LogLevel, patternFor, readLine, type ServiceLogLine } from './log-lines.ts';

/** Most lines that are shown, the newest, and pages of the log that are read for them. */
const MOST = 400;
const PAGES = 12;

const readTail = async (
  logGroupName: string,
  { from, to }: { from: number; to?: number },
  words: string,
  signal: AbortSignal,
): Promise<{ lines: ServiceLogLine[]; isWhole: boolean }> => {
  let lines: ServiceLogLine[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < PAGES && (page === 0 || nextToken); page += 1) {
    const answer = await call(
      'logs',
      'FilterLogEvents',
      {
        logGroupName,
        filterPattern: patternFor(words),
        startTime: Math.floor(from),
        endTime: to && Math.ceil(to),
        nextToken,
      },
      signal,
    );
    const read = (answer.events ?? []).map(({ eventId = '', timestamp = 0, message = '' }) =>
      readLine({ id: eventId, at: timestamp, message }),
    );
    lines = [...lines, ...read].slice(-MOST);
    nextToken = answer.nextToken;
  }
  return { lines: lines.reverse(), isWhole: nextToken === undefined };
};

const LEVELS: readonly { value: LogLevel | 'all'; label: string }[] = [
  { value: 'all', label: 'All lines' },
  { value: 'ERROR', label: 'Errors' },
  { value: 'WARN', label: 'Warnings' },
  { value: 'INFO', label: 'Information' },
  { value: 'LAMBDA', label: "Lambda's own" },
];

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', fractionalSecondDigits: 3 },
});

/** The newest lines of a function's log, followed while the page is open. */
export const FunctionLogs = ({ logGroup, from, to }: { logGroup: string; from: number; to?: number }) => {
  const [words, setWords] = useState('');
  const [level, setLevel] = useState<LogLevel | 'all'>('all');
  const [follow, setFollow] = useState(true);
  const sought = useDeferredValue(words);
  const pace = usePace(2500, 8000);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['service-log', logGroup, from, to, sought],
    queryFn: ({ signal }) => readTail(logGroup, { from, ...(to !== undefined && { to }) }, sought, signal),
    refetchInterval: follow && to === undefined ? pace : false,
    placeholderData: keepPreviousData,
  });
  const lines = data?.lines.filter((line) => level === 'all' || line.level === level) ?? [];
  return (
    <>
      <search className="log-tools">
        <label className="vh" htmlFor="log-words">
          Lines that have
        </label>
        <input
          id="log-words"
          className="input"
          placeholder="Lines that have these words, or an id"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          spellCheck={false}
          autoComplete="off"
        />
        <label className="vh" htmlFor="log-level">
          Level
        </label>
        <select
          id="log-level"
          className="input"
          value={level}
          onChange={({ target }) => setLevel(target.value as LogLevel | 'all')}
        >
          {LEVELS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <label className="check">
          <input type="checkbox" checked={follow} onChange={({ target }) => setFollow(target.checked)} /> Follow
        </label>
        <span className="muted small">
          <code>{logGroup}</code>
        </span>
        <CopyButton text={lines.map(({ message }) => message).join('\n')} label="Copy the lines shown" />
      </search>
      {error ? (
        <Failure title="The log was not read" error={error} />
      ) : !data ? (
        <Skeleton rows={5} label="Reading the log" />
      ) : lines.length === 0 ? (
        <p className="pad muted">
          {words === '' && level === 'all'
            ? 'It has written nothing in this time.'
            : 'No line of this time fits the filter.'}
        </p>
      ) : (
        <>
          {!data.isWhole && (
            <p className="notice-line">
              The log is longer than what is read at once; a shorter period or a filter shows the rest.
            </p>
          )}
          <ol className={`service-log ${isPlaceholderData ? 'is-old' : ''}`}>
            {lines.map((line) => (
              <LogEntry key={line.id} line={line} onRequest={setWords} />
            ))}
          </ol>
        </>
      )}
    </>
  );
};

const LogEntry = ({ line, onRequest }: { line: ServiceLogLine; onRequest: (id: string) => void }) => {
  const { at, level, text, message, requestId, correlationId, execution } = line;
  return (
    <li className={`level-${level || 'none'}`}>
      <time dateTime={new Date(at).toISOString()} title={formatExact(new Date(at))}>
        {CLOCK.format(at)}
      </time>
      <span className="lv">{level}</span>
      <details>
        <summary>{text}</summary>
        <pre>{prettyJson(message)}</pre>
      </details>
      <span className="ids">
        {requestId && (
          <button type="button" title={`All lines of request ${requestId}`} onClick={() => onRequest(requestId)}>
            request {requestId.slice(0, 8)}
          </button>
        )}
        {execution && <Link href={executionHref(execution)}>execution</Link>}
        {correlationId && (
          <Link href={storyHref(correlationId)} title={correlationId}>
            story {correlationId.slice(0, 8)}
          </Link>
        )}
      </span>
    </li>
  );
};
