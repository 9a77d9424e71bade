import { counted } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { usePace } from '../app/session.tsx';
import { shortId } from '../executions/subject.ts';
import { type MapRun, type MapRunStanding, readChildren } from './map-run.ts';

const PAGE = 25;

/** The child executions of a map run, newest first and a page at a time. */
export const ChildList = ({ run, standing, now }: { run: MapRun; standing?: MapRunStanding; now: number }) => {
  const running = run.endedAt === undefined;
  const pace = usePace(1000, 5000);
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['map-run-children', run.arn, standing, running],
    queryFn: ({ pageParam, signal }) => readChildren(run.arn, { standing, most: PAGE, nextToken: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextToken }) => nextToken,
    refetchInterval: running ? pace : false,
    placeholderData: (before) => before,
  });
  if (error)
    return (
      <Failure
        title="Its executions are not listed; where they are Express, their log alone tells of them."
        error={error}
      />
    );
  if (!data) return <Skeleton rows={4} label="Reading the child executions" />;
  const children = data.pages.flatMap((page) => page.children);
  if (children.length === 0) return <p className="pad muted">No child execution stands so.</p>;
  return (
    <section className="wide" aria-label="Child executions">
      <table className="att">
        <thead>
          <tr>
            <th scope="col">Execution</th>
            <th scope="col">State</th>
            <th scope="col">Started</th>
            <th scope="col" className="end">
              Items
            </th>
            <th scope="col">Took</th>
          </tr>
        </thead>
        <tbody>
          {children.map((child) => (
            <tr key={child.arn}>
              <td>
                <Link href={executionHref(child.arn)}>
                  <code>{shortId(child.name)}</code>
                </Link>
              </td>
              <td>
                <StatusPill status={child.standing} plain />
              </td>
              <td>
                <Time at={new Date(child.startedAt)} />
              </td>
              <td className="end num">{child.items}</td>
              <td className="num">{formatDuration((child.endedAt ?? now) - child.startedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <p className="pad row">
          <button type="button" className="btn btn-sm" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
            Show {PAGE} more
          </button>
          <span className="muted small num">
            {counted(children.length, 'execution')} of {run.total.toLocaleString('en-US')}
          </span>
        </p>
      )}
    </section>
  );
};
