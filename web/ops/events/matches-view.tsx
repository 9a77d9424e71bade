import type { Target } from '@aws-sdk/client-eventbridge';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Failure } from '@marquee/ui/notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import { usePace } from '../app/session.tsx';
import { logGroupOf } from '../execution/attempt-logs.ts';
import type { System } from '../system/system.ts';
import { useSystem } from '../system/use-system.ts';
import type { BusEvent } from './event.ts';
import { findInQueue } from './find-in-queue.ts';
import { targetKind, targetName } from './rules.ts';
import { findInvocations, findStarted, type Invocation } from './started.ts';
import { ExecutionLine, InvocationLine } from './started-view.tsx';
import { type Match, useMatches } from './use-rules.ts';

/** What was not there after this long, in milliseconds, is no longer asked for. */
const SOON = 30_000;

type Found = { executions: { arn: string; at: number }[]; invocations: Invocation[]; deadLetter: boolean };

const look = async (target: Target, event: BusEvent, system: System, signal: AbortSignal): Promise<Found> => {
  const { Arn = '', DeadLetterConfig } = target;
  const kind = targetKind(Arn);
  const workflow = system.workflows.find(({ arn }) => arn === Arn);
  const executions = workflow ? await findStarted(workflow, event, Date.now(), signal) : [];
  const invocations =
    kind === 'function' ? await findInvocations(await logGroupOf(Arn, signal), event, Date.now(), signal) : [];
  const queue = system.deadLetterQueues.find(({ arn }) => arn === DeadLetterConfig?.Arn);
  const deadLetter = executions.length === 0 && queue ? await findInQueue(queue, event, signal) : false;
  return { executions, invocations, deadLetter };
};

const TargetLine = ({ target, event, system }: { target: Target; event: BusEvent; system: System }) => {
  const { Arn = '', DeadLetterConfig } = target;
  const pace = usePace(1500, 5000);
  const kind = targetKind(Arn);
  const name = targetName(Arn, system);
  const { data, error } = useQuery({
    queryKey: ['started', event.key, Arn],
    queryFn: ({ signal }) => look(target, event, system, signal),
    enabled: kind === 'workflow' || kind === 'function',
    refetchInterval: ({ state }) =>
      Date.now() - event.at > SOON || (state.data?.executions.length ?? 0) > 0 || state.data?.deadLetter ? false : pace,
  });
  const queue = system.deadLetterQueues.find(({ arn }) => arn === DeadLetterConfig?.Arn);
  const keeps = kind === 'log' && Arn.includes(`:log-group:${system.outputs.EventLogGroup}`);
  return (
    <li>
      <Icon
        name={kind === 'function' ? 'function' : kind === 'workflow' ? 'graph' : kind === 'queue' ? 'queue' : 'list'}
      />
      <span className="grow">
        {keeps ? (
          'the event log, this list'
        ) : (
          <>
            {kind === 'workflow' ? 'workflow ' : kind === 'function' ? 'function ' : ''}
            <Link href={serviceHref(name)}>{name}</Link>
          </>
        )}
        {data?.executions.map(({ arn, at }) => (
          <ExecutionLine key={arn} arn={arn} from={at} />
        ))}
        {data?.deadLetter && queue && (
          <span className="ran bad">
            <Icon name="failed" />
            It did not take the event, which lies in{' '}
            <Link href={`/dead-letters/${encodeURIComponent(queue.name)}`}>{queue.name}</Link>
          </span>
        )}
        {data?.invocations.map((invocation) => (
          <InvocationLine key={invocation.requestId} invocation={invocation} />
        ))}
        {data && kind === 'function' && data.invocations.length === 0 && !data.deadLetter && (
          <span className="ran muted">
            Invoked; no line of its log names the event yet, and it is not among the dead letters.
          </span>
        )}
        {data && kind === 'workflow' && data.executions.length === 0 && !data.deadLetter && (
          <span className="ran muted">
            {Date.now() - event.at < SOON
              ? 'Nothing has begun yet.'
              : 'No execution began with it, as far as the workflow’s log tells, and it is not among the dead letters.'}
          </span>
        )}
        {error && (
          <span className="ran bad">
            <Icon name="failed" />
            <code>{error.name}</code> {error.message}
          </span>
        )}
      </span>
    </li>
  );
};

const RuleItem = ({ match: { rule, targets }, event, system }: { match: Match; event: BusEvent; system: System }) => (
  <li className="rule">
    <p>
      <Icon name="rule" />
      <b title={rule.physicalName}>{rule.name}</b>
      {rule.managed && <span className="muted">EventBridge’s own: keeps the event in the archive</span>}
    </p>
    <ul>
      {targets.map((target) => (
        <TargetLine key={target.Id} target={target} event={event} system={system} />
      ))}
    </ul>
  </li>
);

/** The rules that an event matched, and what each of them started. */
export const MatchesView = ({ event }: { event: BusEvent }) => {
  const { data: system } = useSystem();
  const { data, error, isPending } = useMatches(event);
  if (error) return <Failure title="The rules could not be read" error={error} />;
  if (isPending || !system) return <p className="muted sm">Asking which rules it matched …</p>;
  const of = data.filter(({ targets }) => !targets.some(({ Arn = '' }) => targetKind(Arn) === 'log'));
  const keeping = data.filter((match) => !of.includes(match));
  return (
    <>
      {of.length === 0 && (
        <p className="muted sm">
          No rule but the event log’s takes this event: it is told, and nothing follows from it.
        </p>
      )}
      <ul className="matches">
        {[...of, ...keeping].map((match) => (
          <RuleItem key={match.rule.arn} match={match} event={event} system={system} />
        ))}
      </ul>
    </>
  );
};
