import type { ApiResponse } from '../answer.ts';

/** Largest answer of a function, in bytes. */
const LARGEST_ANSWER = 6 * 2 ** 20;

type Result = {
  statusCode?: unknown;
  headers?: Record<string, unknown> | null;
  multiValueHeaders?: Record<string, unknown[]> | null;
  cookies?: unknown[] | null;
  body?: unknown;
  isBase64Encoded?: unknown;
};

/**
 * What a function's result means. In payload 2.0 an object with `statusCode` is a response and anything else the JSON body of a
 * 200; in payload 1.0 only the former is one. Undefined where the result is no response, which is a 500 to the caller.
 */
export const responseOf = (payload: string, format: '1.0' | '2.0'): ApiResponse | undefined => {
  const result: unknown = JSON.parse(payload || 'null');
  const isResponse = typeof result === 'object' && result !== null && 'statusCode' in result;
  if (isResponse) return within(whole(result as Result, format));
  if (format === '1.0') return undefined;
  const body = Buffer.from(typeof result === 'string' ? result : payload);
  return within({ status: 200, headers: { 'content-type': 'application/json' }, cookies: [], body });
};

const within = (response: ApiResponse | undefined): ApiResponse | undefined =>
  response && response.body.length <= LARGEST_ANSWER ? response : undefined;

const whole = (result: Result, format: '1.0' | '2.0'): ApiResponse | undefined => {
  const { statusCode, isBase64Encoded, headers, multiValueHeaders, cookies } = result;
  const status = Number(statusCode);
  const body = result.body ?? '';
  if (!Number.isInteger(status) || status < 200 || status > 599 || typeof body !== 'string') return undefined;
  if (!isMap(headers) || !isMap(multiValueHeaders) || !Array.isArray(cookies ?? [])) return undefined;
  if (!Object.values(multiValueHeaders ?? {}).every(Array.isArray)) return undefined;
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) lower[name.toLowerCase()] = String(value);
  const several = format === '1.0' ? Object.entries(multiValueHeaders ?? {}) : [];
  for (const [name, values] of several) lower[name.toLowerCase()] = values.map(String).join(',');
  const { 'set-cookie': own, ...rest } = lower;
  const many = several.find(([name]) => name.toLowerCase() === 'set-cookie')?.[1];
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=utf-8', ...rest },
    cookies: [...(many ?? (own === undefined ? [] : [own])), ...(format === '2.0' ? (cookies ?? []) : [])].map(String),
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
};

/** Whether a member that may be left out has names and values. */
const isMap = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
