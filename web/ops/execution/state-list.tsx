import { counted } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import type { ExecutionTree, Visit } from '../history/model.ts';
import { Flash } from './flash.tsx';
import { notRun } from './not-run.ts';
import type { Row } from './timeline-rows.ts';

/** Most rows that stand in the page at once; the timeline has all. */
const MOST = 300;
/** So many states that did not run are shown at once. */
const FEW = 8;

const noteOf = (visit: Visit | undefined, row: Row, now: number): string => {
  const took = formatDuration((row.to ?? now) - row.from);
  if (!visit) return took;
  const parts = [took];
  if (visit.attempts.length > 1) parts.push(`${visit.attempts.length} attempts`);
  if (visit.mapRunArn) parts.push('distributed map');
  else if (visit.branches.length > 0)
    parts.push(`${visit.type === 'Map' ? 'map' : 'parallel'} of ${visit.branches.length}`);
  if (visit.next?.by === 'catch') parts.push(`caught, went on at ${visit.next.name}`);
  else if (visit.type === 'Choice' && visit.next) parts.push(`chose ${visit.next.name}`);
  return parts.join(', ');
};

/** All that the graph says as a list, in the order of execution; what did not run comes last. */
export const StateList = ({
  tree,
  rows,
  definition,
  now,
  selected,
  onPick,
}: {
  tree: ExecutionTree;
  rows: readonly Row[];
  definition?: string;
  now: number;
  selected?: number;
  onPick: (row: Row) => void;
}) => {
  const rest = notRun(definition, tree);
  const ended = tree.endedAt !== undefined;
  const run = new Set(tree.visits.map(({ name }) => name)).size;
  return (
    <section className="panel" id="list" aria-labelledby="ls-h">
      <div className="panel-head">
        <h2 id="ls-h">All states</h2>
        <span className="grow" />
        <span className="muted small">
          the graph as a list: {counted(run + rest.length, 'state')}, {run} run
        </span>
      </div>
      <ol className="states">
        {rows.slice(0, MOST).map((row) => (
          <li key={row.key}>
            <button
              type="button"
              aria-current={(selected !== undefined && row.visit?.id === selected) || undefined}
              aria-expanded={row.open}
              style={{ paddingInlineStart: `${row.depth * 1.5 + 0.5}rem` }}
              onClick={() => onPick(row)}
            >
              <span className="grow clip">{row.label}</span>
              <span className="muted small">{noteOf(row.visit, row, now)}</span>
              <Flash of={row.standing}>
                <StatusPill status={row.standing} plain />
              </Flash>
            </button>
          </li>
        ))}
        {rows.length > MOST && <li className="muted small pad-x">The timeline has the other {rows.length - MOST}.</li>}
      </ol>
      {rest.length > 0 && (
        <details className="rest" open={rest.length <= FEW}>
          <summary>
            {counted(rest.length, 'state')} {ended ? 'did not run' : 'not reached yet'}
          </summary>
          <ul>
            {rest.map(({ name, within }) => (
              <li key={name}>
                <span className="grow clip">{within ? `${within}: ${name}` : name}</span>
                <span className="st plain">
                  <Icon name="minus" />
                  {ended ? 'Not run' : 'Not reached'}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
