import type { Invoke } from '../invoke.ts';
import type { Integration, Route } from '../model.ts';
import type { Target } from './model.ts';

/** What a route's integration answered: `body` is for the client where the route answers it. */
export type Answered =
  | { ok: true; status: number; headers: Readonly<Record<string, string>>; body?: string }
  | { ok: false; status: number; text: string; message: string };

type Options = { accountId: string; region: string; invoke: Invoke };

const INTERNAL = 'Internal server error';

const MALFORMED =
  "The response from the Lambda function doesn't match the format that API Gateway expects. The statusCode is missing or no number.";

/** Has a route's integration answer an event. Connecting and leaving need none. */
export const createIntegrate =
  ({ accountId, region, invoke }: Options) =>
  async ({ api, stage }: Target, route: Route, event: object): Promise<Answered> => {
    if (route.integrationId === undefined && /^\$(dis)?connect$/.test(route.key))
      return { ok: true, status: 200, headers: {} };
    const integration = api.integrations.get(route.integrationId ?? '');
    if (!integration) return { ok: false, status: 500, text: INTERNAL, message: 'The route has no integration.' };
    if (integration.type === 'MOCK') return mocked(integration);
    const result = await invoke(
      {
        ...{ uri: integration.uri, timeoutMs: integration.timeoutMs, variables: stage.variables },
        credentialsArn: integration.credentialsArn,
        sourceArn: `arn:aws:execute-api:${region}:${accountId}:${api.id}/${stage.name}/${route.key}`,
      },
      event,
    );
    if (result.ok) return responseOf(result.payload);
    const { reason, message } = result;
    if (reason === 'late') return { ok: false, status: 504, text: 'Endpoint request timed out', message };
    if (reason === 'throttled') return { ok: false, status: 429, text: 'Too Many Requests', message };
    return { ok: false, status: reason === 'refused' ? 500 : 502, text: INTERNAL, message };
  };

const responseOf = (payload: string): Answered => {
  const result = JSON.parse(payload || 'null') as { statusCode?: unknown; body?: unknown; headers?: object } | null;
  const status = Number(result?.statusCode ?? Number.NaN);
  const body = result?.body;
  if (!Number.isInteger(status) || (body !== undefined && body !== null && typeof body !== 'string'))
    return { ok: false, status: 502, text: INTERNAL, message: MALFORMED };
  const headers = Object.entries(result?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { ok: true, status, headers: Object.fromEntries(headers), ...(typeof body === 'string' ? { body } : {}) };
};

/** A stand-in answers with the status of its request template and the text of its response template. */
const mocked = ({ requestTemplates, templateSelection, responses }: Integration): Answered => {
  const key = templateSelection?.replace(/^\\/, '') ?? 'application/json';
  const template = requestTemplates[key] ?? Object.values(requestTemplates)[0] ?? '';
  const status = statusOf(template);
  if (status === undefined)
    return { ok: false, status: 500, text: INTERNAL, message: 'The request template gives no statusCode.' };
  const all = [...responses.values()];
  const response = all.find((each) => matches(each.key, status)) ?? all.find((each) => each.key === '$default');
  const body = Object.values(response?.templates ?? {})[0];
  return { ok: true, status, headers: {}, ...(body === undefined ? {} : { body }) };
};

const statusOf = (template: string): number | undefined => {
  try {
    const { statusCode } = JSON.parse(template) as { statusCode?: number };
    return Number.isInteger(statusCode) ? statusCode : undefined;
  } catch {
    return undefined;
  }
};

/** An integration response's key is `$default` or a status between slashes, such as `/200/` or `/4\d\d/`. */
const matches = (key: string, status: number): boolean => {
  const pattern = /^\/(.+)\/$/.exec(key)?.[1];
  return pattern !== undefined && new RegExp(`^(?:${pattern})$`).test(String(status));
};
