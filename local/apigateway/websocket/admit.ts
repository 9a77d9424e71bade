import { createIamAuthorize } from '../authorize/iam.ts';
import { createLambdaAuthorize } from '../authorize/lambda.ts';
import type { Verdict } from '../authorize/policy.ts';
import type { Invoke } from '../invoke.ts';
import type { Route } from '../model.ts';
import type { GatewayOptions } from '../options.ts';
import { type ApiRequest, queryOf } from '../request.ts';
import { authorizerEvent, type Occasion } from './event.ts';
import type { Target } from './model.ts';

type Asked = { target: Target; route: Route; request: ApiRequest; occasion: Occasion; headers: [string, string][] };

/** Asks the authorizer of `$connect`, as far as the route has one. */
export const createAdmit = (options: GatewayOptions, invoke: Invoke) => {
  const { accountId, region } = options;
  const askLambda = createLambdaAuthorize({ ...options, invoke });
  const askIam = createIamAuthorize(options);

  return async ({ target, route, request, occasion, headers }: Asked): Promise<Verdict> => {
    const { api, stage } = target;
    const routeArn = `arn:aws:execute-api:${region}:${accountId}:${api.id}/${stage.name}/${route.key}`;
    if (route.authorization === 'AWS_IAM') {
      const signer = request.wire && askIam(request.wire, Buffer.of(), routeArn);
      if (!signer) return { ok: false, status: 403, message: 'Forbidden' };
      const { principal, accessKeyId: accessKey } = signer;
      return { ok: true, context: {}, signer: { accessKey, userArn: principal.arn } };
    }
    const authorizer = api.authorizers.get(route.authorizerId ?? '');
    if (route.authorization === 'NONE' || !authorizer) return { ok: true, context: {} };
    return askLambda(authorizer, {
      ...{ api, stage, routeArn },
      values: {
        headers: request.headers,
        query: new Map(queryOf(request.query)),
        context: contextValues(occasion, request),
        variables: stage.variables,
      },
      event: () => authorizerEvent(occasion, headers, request.query, routeArn),
    });
  };
};

const contextValues = (
  { connection, routeKey, domainName }: Occasion,
  request: ApiRequest,
): Record<string, string> => ({
  routeKey,
  domainName,
  stage: connection.stage,
  apiId: connection.apiId,
  connectionId: connection.id,
  eventType: 'CONNECT',
  'identity.sourceIp': request.sourceIp,
});

/** An authorizer's context as events carry it: every value a text. */
export const textContext = ({
  principalId,
  context,
}: Extract<Verdict, { ok: true }>): Record<string, string> | undefined =>
  principalId === undefined
    ? undefined
    : Object.fromEntries(Object.entries({ ...context, principalId }).map(([name, value]) => [name, String(value)]));
