import { type Json, mapText, RECORDED_ACCOUNT, RECORDED_REGION } from './recording.ts';

/** Terminal: the recording does not say what the argument was. */
export class LostArgument extends Error {
  override name = 'LostArgument';
}

export type Context = {
  account: string;
  region: string;
  roleArn: string;
  /** What the steps so far gave: an API's answer, or a text for a prepared resource. */
  results: readonly (Json | undefined)[];
  /** Objects of the recording tool that the case has named so far. */
  seen: Map<string, number>;
};

const EXECUTION = /arn:aws:states:us-east-1:111111111111:execution:sm:exec(\d+)/g;
const RESULT = /<\w+#(\d+)(?:\.(\w+))?>/g;
const SOME_MACHINE = /<[\w.]+stepfunctions_state_machine_arn\(\)>/g;
const LATEST = /<stateMachineVersionArn>/g;
const REVISION = /<revisionId>/g;

/** Arguments as they were recorded, with the names that things have at this endpoint. Throws `LostArgument`. */
export const resolveArguments = <T extends Json>(args: T, context: Context): T =>
  mapText(args, (text) => resolveText(text, context)) as T;

const resolveText = (text: string, { account, region, roleArn, results }: Context): string => {
  if (text === 'snf_role_arn') return roleArn;
  const [lost] = /<[\w.]+ object at 0x[\da-f]+>/.exec(text) ?? [];
  if (lost) throw new LostArgument(`The recording has ${lost} in place of an argument.`);
  return text
    .replace(SOME_MACHINE, `arn:aws:states:${region}:${account}:stateMachine:some-machine`)
    .replace(EXECUTION, (_, step: string) => field(results[Number(step)], 'executionArn', text))
    .replaceAll(RECORDED_ACCOUNT, account)
    .replaceAll(`:${RECORDED_REGION}:`, `:${region}:`)
    .replace(RESULT, (_, step: string, name?: string) => {
      const result = results[Number(step)];
      return typeof result === 'string' ? result : field(result, name ?? '', text);
    })
    .replace(LATEST, () => latest(results, 'stateMachineVersionArn', text))
    .replace(REVISION, () => staleRevision(results));
};

const latest = (results: Context['results'], name: string, text: string): string =>
  field(
    results.findLast((result) => has(result, name)),
    name,
    text,
  );

/** Cases name a revision to be refused: the one before the machine's present one. */
const staleRevision = (results: Context['results']): string => {
  const revisions = results.flatMap((result) => (has(result, 'revisionId') ? [String(result.revisionId)] : []));
  return [...new Set(revisions)].at(-2) ?? '';
};

const has = (result: Json | undefined, name: string): result is { [name: string]: Json } =>
  typeof result === 'object' && result !== null && !Array.isArray(result) && name in result;

const field = (result: Json | undefined, name: string, text: string): string => {
  if (!has(result, name)) throw new LostArgument(`No step before gave what ${text} stands for.`);
  return String(result[name]);
};
