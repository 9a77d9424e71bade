import { AwsError } from '../../aws/error.ts';
import { checkSize } from '../interpreter/data-limit.ts';
import type { Scope } from '../interpreter/scope.ts';
import type { Visit } from '../interpreter/visit.ts';
import { isObject, type Json, type JsonObject } from '../language/json.ts';
import { StateError } from '../language/state-error.ts';
import { detailsOf } from '../store/line.ts';
import { awaitExecution } from './await-execution.ts';
import { awaitToken } from './await-token.ts';
import type { Scheduled } from './schedule.ts';
import type { Target } from './target.ts';
import { signalled, within } from './within.ts';

/** Does a scheduled task within its time and gives its result. Throws `StateError`. */
export const perform = (visit: Visit, target: Target, scheduled: Scheduled): Promise<Json> => {
  const { at, timeout } = scheduled;
  // With no time to keep there is nothing to give up but the call, which its scope does.
  if (timeout === undefined && target.pattern === 'RequestResponse') return call(visit, target, scheduled, visit.scope);
  const deadline = timeout === undefined ? undefined : at + timeout * 1000;
  return within(visit.run, visit.scope, deadline, (scope) => work(visit, target, scheduled, scope));
};

const work = async (visit: Visit, target: Target, scheduled: Scheduled, scope: Scope): Promise<Json> => {
  const { pattern } = target;
  if (pattern === 'RequestResponse') return await call(visit, target, scheduled, scope);
  const known = visit.replayed('TaskSubmitted');
  const submitted = known ?? (await submit(visit, target, scheduled, scope));
  const { token = '', at, heartbeat } = scheduled;
  if (pattern === 'waitForTaskToken') return await awaitToken(visit.run, scope, { token, since: at, heartbeat });
  const { output } = detailsOf(submitted);
  const { ExecutionArn: executionArn } = JSON.parse(String(output)) as { ExecutionArn: string };
  return await awaitExecution(visit.run, scope, { executionArn, token, parse: pattern === 'sync:2' });
};

const submit = async (visit: Visit, target: Target, scheduled: Scheduled, scope: Scope) => {
  const output = await call(visit, target, scheduled, scope);
  checkSize(output, target.name);
  const details = { output: JSON.stringify(output), outputDetails: { truncated: false }, ...target.labels };
  return visit.event('TaskSubmitted', details);
};

const call = async (visit: Visit, target: Target, scheduled: Scheduled, scope: Scope): Promise<Json> => {
  const { run } = visit;
  const { integration, operation } = target;
  const { parameters } = scheduled;
  const kept = run.kept();
  if (kept) await kept;
  try {
    const principal = run.core.principalOf(scheduled.role ?? run.row.role_arn);
    const request = integration.request(target.events === 'Task' ? members(parameters) : (parameters as JsonObject));
    const answer = await signalled(scope, (origin) =>
      run.core.cloud().call(integration.service, operation, request, principal, origin),
    );
    return integration.result(answer as JsonObject, run.core.clock.now());
  } catch (error) {
    scope.check();
    if (error instanceof AwsError) throw integration.failure(error);
    if (error instanceof StateError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const { error: name } = integration.failure(new AwsError('SdkClientException', message));
    throw new StateError(name, `Unable to execute HTTP request: ${message}`);
  }
};

/** What an API is called with: a member that is null is not sent. A function's own ARN takes any JSON as it is. */
const members = (parameters: Json): JsonObject =>
  isObject(parameters) ? Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null)) : {};
