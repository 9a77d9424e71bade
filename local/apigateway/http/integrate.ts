import { message } from '../answer.ts';
import type { Invoke, Invoked } from '../invoke.ts';
import { eventV1 } from './event-v1.ts';
import { eventV2 } from './event-v2.ts';
import type { Exchange } from './exchange.ts';
import { partsOf } from './find-route.ts';
import type { Outcome } from './log.ts';
import { mapRequest } from './map-request.ts';
import { mapResponse } from './map-response.ts';
import { responseOf } from './response.ts';

const FORMAT = "The response from the Lambda function doesn't match the format that API Gateway expects.";

/** The route as permissions of functions name it: `GET/pets/{id}`, with `*` for any method, or `$default`. */
const sourceOf = (key: string): string => {
  const parts = partsOf(key);
  return parts ? `${parts.method === 'ANY' ? '*' : parts.method}${parts.path}` : key;
};

/** Has the function of a route answer a request. */
export const createIntegrate =
  ({ region, accountId, invoke }: { region: string; accountId: string; invoke: Invoke }) =>
  async (exchange: Exchange): Promise<Outcome> => {
    const { api, stage, match } = exchange;
    const integration = api.integrations.get(match.route.integrationId ?? '');
    if (!integration)
      return { response: message(500, 'Internal Server Error'), integrationError: 'The route has no integration.' };
    const { uri, credentialsArn, timeoutMs, payloadFormat } = integration;
    const mapped = mapRequest(exchange, integration.requestMapping);
    const result = await invoke(
      {
        ...{ uri, credentialsArn, timeoutMs, variables: stage.variables },
        sourceArn: `arn:aws:execute-api:${region}:${accountId}:${api.id}/${stage.name}/${sourceOf(match.route.key)}`,
      },
      payloadFormat === '2.0' ? eventV2(mapped) : eventV1(mapped),
    );
    if (!result.ok) return failure(result);
    const response = responseOf(result.payload, payloadFormat);
    if (!response) return { response: message(500, 'Internal Server Error'), integrationError: FORMAT };
    const answer = mapResponse(response, exchange, integration.responseMapping);
    return { response: answer, integrationStatus: response.status };
  };

const failure = ({ reason, message: integrationError }: Extract<Invoked, { ok: false }>): Outcome => {
  if (reason === 'late' || reason === 'throttled')
    return { response: message(503, 'Service Unavailable'), integrationError };
  if (reason === 'too-large') return { response: message(413, 'Request Entity Too Large'), integrationError };
  return { response: message(500, 'Internal Server Error'), integrationError };
};
