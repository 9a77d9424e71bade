import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { usePace } from '../app/session.tsx';
import { shortId } from '../executions/subject.ts';
import { executionName } from '../history/execution-arn.ts';
import type { Workflow } from '../system/system.ts';
import { useSystem } from '../system/use-system.ts';
import { readStanding } from './standing.ts';
import type { Invocation } from './started.ts';

/** An execution that was redriven from here is named after its event, whose id is told by its beginning. */
const shortName = (name: string): string => shortId(name.replace(/^(redrive-[0-9a-f]{8})-.*/, '$1'));

/** An execution as a link, with how it stands, asked for until it has ended. */
export const ExecutionLine = ({ arn, from }: { arn: string; from: number }) => {
  const { data: system } = useSystem();
  const pace = usePace(1000, 4000);
  const workflow: Workflow | undefined = system?.workflows.find(({ arn: machine }) =>
    arn.replace(/:(execution|express):/, ':stateMachine:').startsWith(`${machine}:`),
  );
  const { data, error } = useQuery({
    queryKey: ['standing', arn, workflow?.logGroup],
    queryFn: ({ signal }) => readStanding(arn, workflow, from - 60_000, signal),
    refetchInterval: ({ state }) => (state.data?.ended ? false : pace),
  });
  return (
    <span className="ran">
      <Link href={executionHref(arn)} title={arn}>
        execution {shortName(executionName(arn))}
      </Link>
      {data && <StatusPill status={data.standing} word={STATUSES[data.standing].word} plain />}
      {data?.error && <code className="fault">{data.error}</code>}
      {error && (
        <span className="error">
          <Icon name="failed" /> {error.message}
        </span>
      )}
    </span>
  );
};

/** A run of a function by its request, with how it ended as its own log says. */
export const InvocationLine = ({ invocation: { requestId, at, tries, error } }: { invocation: Invocation }) => (
  <span className="ran">
    <span title={requestId}>
      invocation <code>{requestId.slice(0, 8)}</code>
      {tries > 1 && `, ${tries} tries`}, <Time at={new Date(at)} />
    </span>
    <StatusPill
      status={error === undefined ? 'succeeded' : 'failed'}
      word={error === undefined ? 'Done' : 'Failed'}
      plain
    />
    {error !== undefined && <code className="fault">{error}</code>}
  </span>
);
