import { counted, formatCount } from '@marquee/ui/count.ts';
import { formatAge } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Link } from 'wouter';
import type { Shown } from './letter-store.ts';
import { type Depth, knownOf, type Reading } from './use-letters.ts';

export type QueueListProps = {
  depths: readonly Depth[];
  shown: ReadonlyMap<string, Shown>;
  readings: ReadonlyMap<string, Reading>;
  now: number;
  current: string | undefined;
};

/** The age of the oldest message that is known to be in a queue. */
const oldestOf = (shown: ReadonlyMap<string, Shown>, url: string): number | undefined => {
  let oldest: number | undefined;
  for (const { letter, outcome } of shown.values())
    if (letter.queue.url === url && !outcome?.gone) oldest = Math.min(oldest ?? letter.sentAt, letter.sentAt);
  return oldest;
};

const shortName = (name: string): string => name.replace(/-dead-letters$/, '');

/** Every dead-letter queue with its depth and the age of its oldest message; those that have any come first. */
export const QueueList = ({ depths, shown, readings, now, current }: QueueListProps) => {
  const full = depths
    .filter(({ visible, hidden }) => visible + hidden > 0)
    .sort((one, other) => other.visible + other.hidden - one.visible - one.hidden);
  const empty = depths.filter(({ visible, hidden }) => visible + hidden === 0);
  return (
    <section className="panel queues" aria-label="Dead-letter queues">
      {full.length > 0 && (
        <table>
          <caption className="vh">Queues that have messages</caption>
          <thead>
            <tr>
              <th scope="col">Queue</th>
              <th scope="col" className="end">
                Messages
              </th>
              <th scope="col" className="end">
                Oldest
              </th>
              <th scope="col">Shown here</th>
            </tr>
          </thead>
          <tbody>
            {full.map(({ queue, visible, hidden }) => {
              const oldest = oldestOf(shown, queue.url);
              const known = knownOf(shown, queue.url);
              const reading = readings.get(queue.url);
              const total = visible + hidden;
              return (
                <tr key={queue.url} className={queue.name === current ? 'on' : undefined}>
                  <th scope="row">
                    <Link
                      href={`/dead-letters/${encodeURIComponent(queue.name)}`}
                      aria-current={queue.name === current ? 'page' : undefined}
                    >
                      {shortName(queue.name)}
                    </Link>
                  </th>
                  <td className="end num">{formatCount(total)}</td>
                  <td className="end num">
                    {oldest === undefined ? '' : `${known < total ? 'at least ' : ''}${formatAge(now - oldest)}`}
                  </td>
                  <td className="muted">
                    {reading?.error !== undefined ? (
                      <span className="error">
                        <Icon name="failed" /> {String((reading.error as Error).message)}
                      </span>
                    ) : reading?.busy ? (
                      'being read'
                    ) : known >= total ? (
                      'all'
                    ) : (
                      `${formatCount(known)}${hidden > 0 ? `; ${formatCount(hidden)} are looked at right now, here or by others` : ''}`
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <details className="empties">
        <summary>{counted(empty.length, 'queue')} without messages</summary>
        <ul>
          {empty.map(({ queue }) => (
            <li key={queue.url}>
              <Link href={`/dead-letters/${encodeURIComponent(queue.name)}`}>{shortName(queue.name)}</Link>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};
