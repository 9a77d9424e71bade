import type { WriteLog } from '../../lambda/report.ts';
import { accessLogLine } from '../access-log.ts';
import type { ApiResponse } from '../answer.ts';
import { commonLogTime } from '../time.ts';
import { contextValues, type Exchange } from './exchange.ts';

/** What came of a request, for the access log. */
export type Outcome = {
  response: ApiResponse;
  authorizerError?: string;
  integrationError?: string;
  integrationStatus?: number;
  integrationLatency?: number;
};

/** Writes the line of a request to its stage's access log. `match` is missing where no route took it. */
export const writeAccessLog = (
  log: WriteLog,
  exchange: Omit<Exchange, 'match'> & Partial<Pick<Exchange, 'match'>>,
  { response, authorizerError, integrationError, integrationStatus, integrationLatency }: Outcome,
  now: number,
): void => {
  const { stage, api, match, requestId, authorized } = exchange;
  if (!stage.accessLog) return;
  const none = { route: { key: '-' }, parameters: {} } as Exchange['match'];
  const failed = response.status >= 400 && !integrationStatus ? textOf(response) : undefined;
  const claims = authorized?.kind === 'jwt' ? authorized.claims : {};
  const values = {
    ...contextValues({ ...exchange, match: match ?? none }),
    ...prefixed('authorizer.claims.', claims),
    ...(authorized?.kind === 'lambda' ? prefixed('authorizer.', authorized.context) : {}),
    ...{ extendedRequestId: requestId, status: response.status, responseLength: response.body.length },
    ...{
      requestTime: commonLogTime(exchange.now),
      requestTimeEpoch: exchange.now,
      responseLatency: now - exchange.now,
    },
    dataProcessed: exchange.request.body.length + response.body.length,
    'authorizer.error': authorizerError,
    'authorizer.principalId': authorized?.kind === 'lambda' ? authorized.principalId : undefined,
    'error.message': failed,
    'error.messageString': failed === undefined ? undefined : JSON.stringify(failed),
    'error.responseType': failed === undefined ? undefined : TYPES[response.status],
    integrationErrorMessage: integrationError,
    'integration.error': integrationError,
    integrationStatus,
    'integration.status': integrationStatus,
    integrationLatency,
    'integration.latency': integrationLatency,
  };
  log({
    group: stage.accessLog.group,
    stream: api.id,
    message: accessLogLine(stage.accessLog.format, values),
    at: now,
  });
};

const TYPES: Readonly<Record<number, string>> = {
  401: 'UNAUTHORIZED',
  403: 'ACCESS_DENIED',
  404: 'ROUTE_NOT_FOUND',
  413: 'REQUEST_TOO_LARGE',
  429: 'THROTTLED',
  500: 'INTEGRATION_FAILURE',
  503: 'INTEGRATION_TIMEOUT',
};

const textOf = ({ body }: ApiResponse): string => (JSON.parse(body.toString()) as { message: string }).message;

const prefixed = (prefix: string, values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, String(value)]));
