import { type Context, resolveArguments } from './arguments.ts';
import type { ServiceName } from './call.ts';
import { lostIn, recover } from './lost.ts';
import { type ApiStep, type Case, type FixtureStep, type JsonObject, operationOf, type Step } from './recording.ts';

export type Request = { service: ServiceName; operation: string; args: JsonObject };

/** What a step asks of an API; undefined for one that asks nothing. Throws `LostArgument`. */
export const requestOf = (recorded: Case, index: number, context: Context): Request | undefined => {
  const step = recorded.steps[index] as Step;
  const args = (own: JsonObject): JsonObject => argumentsOf(own, recorded, index, context);
  if (step.op === 'fixture') return fixtureRequest(step, args, context);
  if (step.op === 'aws') {
    const operation = operationOf(step);
    const own = args(step.args);
    return { service: step.service as ServiceName, operation, args: operation === 'PutObject' ? bytesOf(own) : own };
  }
  if (!isApi(step)) return undefined;
  return { service: 'states', operation: operationOf(step), args: args(oldestOf(step, context, recorded.steps)) };
};

/** A case that moves an alias to a newer version and then deletes one means the version that it made first. */
const oldestOf = ({ api, args }: ApiStep, { results }: Context, steps: readonly Step[]): JsonObject => {
  const moves = steps.some((step) => 'api' in step && step.api === 'update_state_machine_alias');
  if (api !== 'delete_state_machine_version' || !moves) return args;
  const made = results.find(
    (result) => typeof result === 'object' && result !== null && 'stateMachineVersionArn' in result,
  ) as { stateMachineVersionArn: string } | undefined;
  return made ? { ...args, stateMachineVersionArn: made.stateMachineVersionArn } : args;
};

const isApi = (step: Step): step is ApiStep =>
  step.op === 'sfn' || step.op === 'createStateMachine' || step.op === 'startExecution';

const fixtureRequest = (
  { name, args: own }: FixtureStep,
  args: (own: JsonObject) => JsonObject,
  { roleArn }: Context,
): Request | undefined => {
  if (name === 'create_state_machine_alias')
    return { service: 'states', operation: 'CreateStateMachineAlias', args: args(own) };
  if (name !== 'sfn_activity_consumer') return undefined;
  const machine = { name: `consumer-${Math.random().toString(36).slice(2)}`, roleArn };
  const definition = JSON.stringify(own.template ?? {});
  return { service: 'states', operation: 'CreateStateMachine', args: { ...machine, definition } };
};

/** Arguments without those that chose the recording tool's own client. */
const argumentsOf = (args: JsonObject, { steps, expected }: Case, index: number, context: Context): JsonObject => {
  const { target_aws_client: _, ...own } = args;
  // What is answered later tells of this step's arguments until another step gives the same one anew.
  const names = lostIn(own);
  const end = steps.findIndex(
    (step, at) => at > index && 'args' in step && !Array.isArray(step.args) && names.some((name) => name in step.args),
  );
  const until = steps.slice(index + 1, end < 0 ? undefined : end);
  const later = until.flatMap((step) => (step.op === 'match' ? [expected[step.key] ?? null] : []));
  const group = steps.findIndex((step) => step.op === 'fixture' && step.name === 'sfn_create_log_group');
  const versions = new Set(
    context.results.flatMap((result) =>
      typeof result === 'object' && result !== null && 'stateMachineVersionArn' in result
        ? [result.stateMachineVersionArn]
        : [],
    ),
  ).size;
  const machine = context.results.findLast(
    (result) => typeof result === 'object' && result !== null && 'stateMachineArn' in result,
  ) as { stateMachineArn: string } | undefined;
  const recovered = recover(own, {
    later,
    machineArn: machine?.stateMachineArn ?? '',
    resolve: (text) =>
      text
        .replaceAll('<partition>', 'aws')
        .replaceAll('<region>', context.region)
        .replaceAll('log_group_name', String(context.results[group])),
    versions,
    tagKeys: steps.flatMap((step) =>
      'api' in step && Array.isArray(step.args.tagKeys) ? step.args.tagKeys.map(String) : [],
    ),
    seen: context.seen,
  });
  return resolveArguments(recovered, context);
};

/** An object's bytes as recordings print them, and the type that S3 gives it where the client names none. */
const bytesOf = (args: JsonObject): JsonObject => {
  const [, bytes] = /^(?:bytearray\()?b'(.*)'\)?$/s.exec(String(args.Body)) ?? [];
  return { ContentType: 'binary/octet-stream', ...args, ...(bytes === undefined ? {} : { Body: bytes }) };
};
