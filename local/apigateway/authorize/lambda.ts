import type { Cloud } from '../../aws/service.ts';
import type { Clock } from '../../clock.ts';
import type { Invoke, Invoked } from '../invoke.ts';
import type { Api, Authorizer, Stage } from '../model.ts';
import { type IdentityValues, identityOf } from './identity-source.ts';
import { readPolicy, readSimple, type Verdict } from './policy.ts';
import { createResults } from './results.ts';

type Options = { clock: Clock; accountId: string; region: string; cloud: () => Cloud; invoke: Invoke };

export type Asked = {
  api: Api;
  stage: Stage;
  /** What is to be invoked, as IAM names it. */
  routeArn: string;
  values: IdentityValues;
  /** The authorizer's event, given the values of its identity sources. */
  event(identity: readonly string[]): object;
};

/** Longest that a Lambda authorizer may take, in milliseconds. */
const LONGEST_WAIT = 10_000;

const UNAUTHORIZED: Verdict = { ok: false, status: 401, message: 'Unauthorized' };

/** Asks Lambda authorizers, or remembers what they answered. */
export const createLambdaAuthorize = ({ clock, accountId, region, cloud, invoke }: Options) => {
  const results = createResults(clock);

  const decide = async (
    authorizer: Authorizer,
    asked: Asked,
    identity: readonly string[],
  ): Promise<string | Verdict> => {
    const result = await invoke(
      {
        uri: authorizer.uri,
        credentialsArn: authorizer.credentialsArn,
        sourceArn: `arn:aws:execute-api:${region}:${accountId}:${asked.api.id}/authorizers/${authorizer.id}`,
        variables: asked.stage.variables,
        timeoutMs: LONGEST_WAIT,
      },
      asked.event(identity),
    );
    return result.ok ? result.payload : failure(result);
  };

  return async (authorizer: Authorizer, asked: Asked): Promise<Verdict> => {
    const identity = authorizer.identitySources.map((source) => identityOf(source, asked.values));
    const given = identity.filter((value) => value !== undefined && value !== '');
    if (given.length < identity.length) return UNAUTHORIZED;
    const key = JSON.stringify([asked.api.id, asked.stage.name, authorizer.id, ...given]);
    const known = authorizer.ttlSeconds > 0 ? results.get(key) : undefined;
    const payload = known ?? (await decide(authorizer, asked, given as string[]));
    if (typeof payload !== 'string') return payload;
    const verdict = authorizer.simpleResponses
      ? readSimple(payload)
      : readPolicy(payload, asked.routeArn, cloud(), accountId);
    if (authorizer.ttlSeconds > 0 && (verdict.ok || verdict.status === 403))
      if (known === undefined) results.set(key, payload, authorizer.ttlSeconds);
    return verdict;
  };
};

/** A function that throws `Unauthorized` says that the client is not known; any other failure is the server's. */
const failure = (result: Extract<Invoked, { ok: false }>): Verdict => {
  const thrown = result.error === undefined ? undefined : (JSON.parse(result.error) as { errorMessage?: string });
  return thrown?.errorMessage === 'Unauthorized' ? UNAUTHORIZED : { ok: false, status: 500, message: result.message };
};
