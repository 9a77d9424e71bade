import { createIamAuthorize, signerContext } from '../authorize/iam.ts';
import type { IdentityValues } from '../authorize/identity-source.ts';
import { createJwtAuthorize } from '../authorize/jwt.ts';
import { createLambdaAuthorize } from '../authorize/lambda.ts';
import type { Invoke } from '../invoke.ts';
import type { Authorizer } from '../model.ts';
import type { GatewayOptions } from '../options.ts';
import { queryOf } from '../request.ts';
import { authorizerEventV1 } from './event-v1.ts';
import { authorizerEventV2 } from './event-v2.ts';
import { type Authorized, contextValues, type Exchange } from './exchange.ts';

/** `error` is what `$context.authorizer.error` says. */
export type Decision =
  | { ok: true; authorized?: Authorized }
  | { ok: false; status: 401 | 403 | 500; headers?: Record<string, string>; error: string };

/** Decides who may have a route: by token, by function, or by signature. */
export const createRouteAuthorize = (options: GatewayOptions, invoke: Invoke) => {
  const { accountId, region } = options;
  const askJwt = createJwtAuthorize(options.keysOf, options.clock);
  const askLambda = createLambdaAuthorize({ ...options, invoke });
  const askIam = createIamAuthorize(options);

  const byFunction = async (authorizer: Authorizer, exchange: Exchange, routeArn: string): Promise<Decision> => {
    const { api, stage } = exchange;
    const verdict = await askLambda(authorizer, {
      ...{ api, stage, routeArn, values: valuesOf(exchange) },
      event: (identity) =>
        authorizer.payloadFormat === '2.0'
          ? authorizerEventV2(exchange, routeArn, identity)
          : authorizerEventV1(exchange, routeArn, identity),
    });
    if (!verdict.ok) return { ok: false, status: verdict.status, error: verdict.message };
    const { context, principalId } = verdict;
    return { ok: true, authorized: { kind: 'lambda', context, ...(principalId === undefined ? {} : { principalId }) } };
  };

  return async (exchange: Exchange): Promise<Decision> => {
    const { api, stage, match, request } = exchange;
    const { authorization, authorizerId = '', scopes } = match.route;
    if (authorization === 'NONE') return { ok: true };
    const resource = `arn:aws:execute-api:${region}:${accountId}:${api.id}/${stage.name}/${request.method}${exchange.path}`;
    if (authorization === 'AWS_IAM') {
      const signer = request.wire && askIam(request.wire, request.body, resource);
      if (!signer) return { ok: false, status: 403, error: 'The request is not signed by who may invoke the route.' };
      const { principal, accessKeyId: accessKey } = signer;
      return {
        ok: true,
        authorized: { kind: 'iam', signer: signerContext(signer), userArn: principal.arn, accessKey },
      };
    }
    const authorizer = api.authorizers.get(authorizerId);
    if (!authorizer) return { ok: false, status: 500, error: 'The route names no authorizer of the API.' };
    if (authorizer.type === 'REQUEST') return byFunction(authorizer, exchange, resource);
    const result = await askJwt(authorizer, scopes, valuesOf(exchange));
    if (result.ok) return { ok: true, authorized: { kind: 'jwt', claims: result.claims, scopes: result.scopes } };
    const { status, challenge } = result;
    return { ok: false, status, headers: { 'www-authenticate': challenge }, error: challenge };
  };
};

const valuesOf = (exchange: Exchange): IdentityValues => ({
  headers: exchange.request.headers,
  query: new Map(queryOf(exchange.request.query)),
  context: contextValues(exchange),
  variables: exchange.stage.variables,
});
