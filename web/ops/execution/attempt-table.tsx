import { formatCount } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { keyOf } from '../cost/cost-of.ts';
import type { Attempt, Visit } from '../history/model.ts';
import type { Reports } from './reports.ts';

/** What came after an attempt: another one, the Catch, the end. */
const thenOf = (visit: Visit, attempt: Attempt): string => {
  const next = visit.attempts[attempt.number];
  if (next && attempt.endedAt !== undefined) return `waited ${formatDuration(next.scheduledAt - attempt.endedAt)}`;
  if (attempt.endedAt === undefined) return '';
  if (visit.standing === 'caught') return 'caught';
  return attempt.standing === 'succeeded' ? 'went on' : 'gave up';
};

/** Every attempt of a state, with what Lambda billed for it. */
export const AttemptTable = ({ visit, reports, now }: { visit: Visit; reports?: Reports; now: number }) => {
  if (visit.attempts.length === 0)
    return <p className="pad muted">A {visit.type} state has no attempts: it does its part at once.</p>;
  const told = visit.attempts.map((attempt) => reports?.get(keyOf(visit, attempt)));
  const isFunction = told.some((report) => report !== undefined);
  return (
    <section className="wide" aria-label="Attempts">
      <table className="att">
        <thead>
          <tr>
            <th scope="col">Attempt</th>
            <th scope="col">Result</th>
            <th scope="col" className="end">
              Took
            </th>
            {isFunction && (
              <>
                <th scope="col" className="end">
                  Billed
                </th>
                <th scope="col" className="end">
                  Start
                </th>
                <th scope="col" className="end">
                  Memory used
                </th>
              </>
            )}
            <th scope="col">Then</th>
          </tr>
        </thead>
        <tbody>
          {visit.attempts.map((attempt, index) => {
            const report = told[index];
            return (
              <tr key={attempt.number}>
                <td className="num">
                  {attempt.number} of {visit.attempts.length}
                </td>
                <td>
                  <StatusPill status={attempt.standing} word={attempt.error} plain />
                  {attempt.childExecutionArn && (
                    <>
                      {' '}
                      <Link href={executionHref(attempt.childExecutionArn)}>its execution</Link>
                    </>
                  )}
                </td>
                <td className="end num">{formatDuration((attempt.endedAt ?? now) - attempt.scheduledAt)}</td>
                {isFunction && (
                  <>
                    <td className="end num">{report && formatDuration(report.billedMs)}</td>
                    <td className="end num">{report && (report.initMs ? formatDuration(report.initMs) : 'warm')}</td>
                    <td className="end num">
                      {report && `${formatCount(report.usedMiB)} of ${formatCount(report.memoryMiB)} MiB`}
                    </td>
                  </>
                )}
                <td>{thenOf(visit, attempt)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
