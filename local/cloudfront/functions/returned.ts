import { LARGEST_BODY, type ViewerEvent } from './edge-function.ts';
import { invalidValue } from './errors.ts';
import { allOf, isDisallowed, READ_ONLY, type Valued, type Values } from './headers.ts';
import type { EventRequest } from './viewer-event.ts';

export type ReturnedRequest = Omit<EventRequest, 'method'>;

export type ReturnedResponse = {
  statusCode: number;
  headers: Values;
  cookies: Values;
  /** The new body; undefined where the function sets none. */
  body?: Buffer;
};

/** What the function was given of what it returned. */
export type Before = { headers?: Values; querystring?: Values; cookies?: Values };

type Given = { functionName: string; eventType: ViewerEvent; before: Before };

/** Reads what a handler returned. Throws `EdgeFunctionError` for what CloudFront would not take. */
export const readReturned = (
  json: string | undefined,
  given: Given,
): { request: ReturnedRequest } | { response: ReturnedResponse } => {
  const { functionName, eventType } = given;
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  if (!isObject(value)) throw invalidValue(functionName, 'return value is missing or is not an object.');
  if (eventType === 'viewer-response' || value.statusCode !== undefined)
    return { response: readResponse(value, given) };
  return { request: readRequest(value, given) };
};

const readRequest = (value: Record<string, unknown>, given: Given): ReturnedRequest => {
  const { uri } = value;
  if (typeof uri !== 'string' || !uri.startsWith('/'))
    throw invalidValue(given.functionName, 'request.uri must be a string that begins with a slash.');
  const { headers: seen = {}, querystring, cookies } = given.before;
  const headers = readHeaders('request', value.headers, seen, given);
  requireUntouched('request', headers, seen, given);
  return {
    uri,
    headers,
    querystring: readValues('request.querystring', value.querystring, querystring, given),
    cookies: readValues('request.cookies', value.cookies, cookies, given),
  };
};

const readResponse = (value: Record<string, unknown>, given: Given): ReturnedResponse => {
  const { statusCode, body } = value;
  if (typeof statusCode !== 'number' || !Number.isInteger(statusCode) || statusCode < 200 || statusCode > 599)
    throw invalidValue(given.functionName, 'response.statusCode must be an integer between 200 and 599.');
  // What a function answers to a request stands for no answer that it had seen.
  const { headers: seen = {}, cookies } = given.eventType === 'viewer-response' ? given.before : {};
  const headers = readHeaders('response', value.headers, seen, given);
  requireUntouched('response', headers, seen, given);
  return {
    statusCode,
    headers,
    cookies: readValues('response.cookies', value.cookies, cookies, given),
    ...(body === undefined || body === null ? {} : { body: readBody(body, given) }),
  };
};

const readBody = (body: unknown, { functionName }: Given): Buffer => {
  const { data, encoding = 'text' } = typeof body === 'string' ? { data: body } : (body as Record<string, unknown>);
  if (typeof data !== 'string') throw invalidValue(functionName, 'response.body.data must be a string.');
  if (encoding !== 'text' && encoding !== 'base64')
    throw invalidValue(functionName, 'response.body.encoding must be text or base64.');
  if (Buffer.byteLength(data) > LARGEST_BODY)
    throw invalidValue(functionName, `response.body must be at most ${LARGEST_BODY} bytes.`);
  if (encoding === 'text') return Buffer.from(data);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2,3})?$/.test(data))
    throw invalidValue(functionName, 'response.body.data must be valid base64.');
  return Buffer.from(data, 'base64');
};

const readHeaders = (of: string, headers: unknown, before: Values, given: Given): Values => {
  const values = readValues(`${of}.headers`, headers, before, given);
  for (const name of Object.keys(values)) {
    if (name !== name.toLowerCase())
      throw invalidValue(given.functionName, `${of}.headers must have header names in lower case.`);
    if (isDisallowed(name)) throw invalidValue(given.functionName, `${of}.headers must not have the header ${name}.`);
    if (name === 'cookie' || name === 'set-cookie')
      throw invalidValue(given.functionName, `${of}.headers must not have ${name}; it stands in ${of}.cookies.`);
  }
  return values;
};

const requireUntouched = (of: string, headers: Values, before: Values, { functionName, eventType }: Given): void => {
  for (const name of READ_ONLY[eventType])
    if (text(headers[name]) !== text(before[name]))
      throw invalidValue(functionName, `${of}.headers must leave the read-only header ${name} as it is.`);
};

const text = (value: Valued | undefined): string | undefined =>
  value &&
  allOf(value)
    .map((each) => each.value)
    .join(',');

const readValues = (place: string, values: unknown, before: Values = {}, { functionName }: Given): Values => {
  if (values === undefined || values === null) return {};
  if (!isObject(values)) throw invalidValue(functionName, `${place} must be an object.`);
  for (const [name, each] of Object.entries(values)) {
    const broken = `${place}['${name}'] must be an object whose value is a string.`;
    if (!isObject(each)) throw invalidValue(functionName, broken);
    const all = Array.isArray(each.multiValue) && each.multiValue.length > 0 ? each.multiValue : [each];
    if (!all.every((one) => isObject(one) && typeof one.value === 'string')) throw invalidValue(functionName, broken);
    if (place.endsWith('headers') && all.some((one) => /[\r\n\0]/.test(one.value)))
      throw invalidValue(functionName, `${place}['${name}'] must not have line breaks.`);
  }
  const read = values as Values;
  return Object.fromEntries(Object.entries(read).map(([name, each]) => [name, settled(each, before[name])]));
};

/** Of several values that are left as they were, a function may change the first by itself. */
const settled = (value: Valued, before: Valued | undefined): Valued => {
  const { multiValue } = value;
  if (!multiValue || !before || value.value === before.value) return value;
  if (JSON.stringify(multiValue) !== JSON.stringify(before.multiValue)) return value;
  return { ...value, multiValue: [{ ...multiValue[0], value: value.value }, ...multiValue.slice(1)] };
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
