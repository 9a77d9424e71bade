import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attempt, Visit } from '../history/model.ts';
import { functionOf, type LogLine, readAttemptLogs } from './attempt-logs.ts';
import { readReport } from './report.ts';

const TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  fractionalSecondDigits: 3,
});

/** What Lambda answers before it starts a function. */
const NEVER_RAN: ReadonlySet<string> = new Set([
  'Lambda.TooManyRequestsException',
  'Lambda.ResourceNotFoundException',
  'Lambda.ResourceNotReadyException',
]);

type Structured = { level?: unknown; message?: unknown; type?: unknown };

/** A line's level and message, where it is structured. */
const partsOf = ({ message }: LogLine): { level?: string; text: string } => {
  const report = readReport(message);
  if (report) {
    const { billedMs, usedMiB, memoryMiB, initMs } = report;
    const start = initMs === undefined ? '' : `, of which ${formatDuration(initMs)} to start`;
    return { level: 'LAMBDA', text: `billed ${formatDuration(billedMs)}${start}; used ${usedMiB} of ${memoryMiB} MiB` };
  }
  try {
    const { level, message: said, type } = JSON.parse(message) as Structured;
    if (typeof said === 'string') return { level: String(level ?? ''), text: said };
    if (typeof type === 'string') return { level: 'LAMBDA', text: type.replace('platform.', '') };
  } catch {
    // a line of plain text
  }
  return { text: message };
};

const Line = ({ line }: { line: LogLine }) => {
  const { level, text } = partsOf(line);
  const isMore = text !== line.message;
  return (
    <li className={level === 'ERROR' ? 'bad' : undefined}>
      <time>{TIME.format(line.at)}</time>
      <span className="lv">{level}</span>
      {isMore ? (
        <details>
          <summary>{text}</summary>
          <pre>{line.message}</pre>
        </details>
      ) : (
        <span>{text}</span>
      )}
    </li>
  );
};

/** The log lines of one attempt of a state, and of no other. */
export const AttemptLogView = ({ visit }: { visit: Visit }) => {
  const [number, setNumber] = useState(visit.attempts.length);
  const attempt = visit.attempts.find((each) => each.number === number) ?? visit.attempts.at(-1);
  if (!attempt) return <p className="pad muted">A {visit.type} state writes no log.</p>;
  return (
    <>
      {visit.attempts.length > 1 && (
        <div className="pad-x">
          <Segments
            label="Attempt"
            name="attempt"
            options={visit.attempts.map((each) => ({ value: String(each.number), label: `Attempt ${each.number}` }))}
            value={String(attempt.number)}
            onChange={(value) => setNumber(Number(value))}
          />
        </div>
      )}
      <Lines visit={visit} attempt={attempt} />
    </>
  );
};

const Lines = ({ visit, attempt }: { visit: Visit; attempt: Attempt }) => {
  const name = functionOf(visit, attempt);
  const ended = attempt.endedAt !== undefined;
  const { data, error } = useQuery({
    queryKey: ['attempt-logs', name, attempt.scheduledAt, attempt.number, visit.branch, ended],
    queryFn: ({ signal }) => readAttemptLogs(name ?? '', attempt, signal),
    enabled: name !== undefined,
    staleTime: ended ? 30_000 : 0,
    refetchInterval: ended ? false : 2000,
  });
  if (name === undefined)
    return (
      <p className="pad muted">It calls {visit.resource?.replace('arn:aws:states:::', '')}, which writes no log.</p>
    );
  if (error) return <Failure title="The log was not read." error={error} />;
  if (!data) return <Skeleton rows={4} label="Reading the log" />;
  if (data.lines.length === 0 && data.requestId === undefined && NEVER_RAN.has(attempt.error ?? ''))
    return <p className="pad muted">Lambda refused this attempt before its function ran, so nothing wrote a line.</p>;
  if (data.lines.length === 0)
    return (
      <p className="pad muted">
        {data.requestId
          ? `Request ${data.requestId} has written nothing yet to `
          : 'No line tells which request this attempt was, in '}
        <code>{data.logGroup}</code>.
      </p>
    );
  return (
    <div className="pad">
      <p className="row muted small">
        <code>{data.logGroup}</code>
        <span className="grow" />
        <code>{data.requestId}</code>
        <CopyButton text={data.lines.map(({ message }) => message).join('\n')} label="Copy the log lines" />
      </p>
      <ol className="log">
        {data.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines only follow each other
          <Line key={index} line={line} />
        ))}
      </ol>
    </div>
  );
};
