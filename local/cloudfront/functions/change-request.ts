import type { ApiRequest } from '../../apigateway/request.ts';
import { allOf, isDisallowed, type Values } from './headers.ts';
import type { ReturnedRequest, ReturnedResponse } from './returned.ts';

/** A request as a function returned it. What functions do not see stays as it came. */
export const changedRequest = (
  before: ApiRequest,
  { uri, querystring, headers, cookies }: ReturnedRequest,
): ApiRequest => {
  const unseen = Object.entries(before.headers).filter(([name]) => isDisallowed(name));
  const { rawHeaders: _, ...rest } = before;
  return {
    ...rest,
    path: uri,
    query: pairs(querystring)
      .map(([name, value]) => (value === '' && isBare(before.query, name) ? name : `${name}=${value}`))
      .join('&'),
    headers: { ...Object.fromEntries(unseen), ...headersOf(headers) },
    cookies: pairs(cookies).map(([name, value]) => `${name}=${value}`),
  };
};

/** Headers with all their values joined. */
export const headersOf = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, each]) => [
      name,
      allOf(each)
        .map(({ value }) => value)
        .join(','),
    ]),
  );

/** Cookies as `Set-Cookie` writes them. */
export const setCookies = ({ cookies }: Pick<ReturnedResponse, 'cookies'>): string[] =>
  Object.entries(cookies).flatMap(([name, each]) =>
    allOf(each).map(({ value, attributes }) => `${name}=${value}${attributes ? `; ${attributes}` : ''}`),
  );

const pairs = (values: Values): [string, string][] =>
  Object.entries(values).flatMap(([name, each]) => allOf(each).map(({ value }): [string, string] => [name, value]));

/** Whether the query names a parameter without an equals sign. */
const isBare = (query: string, name: string): boolean => query.split('&').includes(name);
