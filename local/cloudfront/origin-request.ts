import type { ApiRequest } from '../apigateway/request.ts';

type Items = readonly string[];

/** What of a viewer's request a distribution passes on to an origin, as a template declares it. */
export type OriginRequestPolicy = {
  HeadersConfig: {
    HeaderBehavior: 'none' | 'whitelist' | 'allViewer' | 'allViewerAndWhitelistCloudFront' | 'allExcept';
    Headers?: Items;
  };
  CookiesConfig: { CookieBehavior: 'none' | 'whitelist' | 'all' | 'allExcept'; Cookies?: Items };
  QueryStringsConfig: { QueryStringBehavior: 'none' | 'whitelist' | 'all' | 'allExcept'; QueryStrings?: Items };
};

/** Headers that every origin gets. */
const ALWAYS = new Set(['user-agent', 'content-length']);

/**
 * The request as its origin gets it. Of the headers that CloudFront makes, `CloudFront-Viewer-Address` is the viewer's, and those
 * that tell where the viewer is say what the request says itself: the loopback interface is in no country.
 */
export const originRequest = (request: ApiRequest, policy: OriginRequestPolicy): ApiRequest => {
  const { HeadersConfig: headers, CookiesConfig: cookies, QueryStringsConfig: queries } = policy;
  const given = { ...request.headers, ...madeFor(request) };
  const passes = (name: string): boolean => ALWAYS.has(name) || takesHeader(headers, name);
  const query = new URLSearchParams(request.query);
  for (const name of [...query.keys()]) {
    if (!takes(queries.QueryStringBehavior, queries.QueryStrings, name)) query.delete(name);
  }
  return {
    ...request,
    headers: Object.fromEntries(Object.entries(given).filter(([name]) => passes(name))),
    cookies: request.cookies.filter((cookie) =>
      takes(cookies.CookieBehavior, cookies.Cookies, cookie.split('=')[0] ?? ''),
    ),
    // As it was sent, where nothing is left out.
    query: queries.QueryStringBehavior === 'all' ? request.query : query.toString(),
  };
};

const madeFor = ({ sourceIp }: ApiRequest): Record<string, string> => ({
  'cloudfront-viewer-address': `${sourceIp}:443`,
});

const takesHeader = ({ HeaderBehavior: behaviour, Headers }: OriginRequestPolicy['HeadersConfig'], name: string) => {
  const named = includes(Headers, name);
  const made = name.startsWith('cloudfront-');
  switch (behaviour) {
    case 'whitelist':
      return named;
    case 'allViewer':
      return !made;
    case 'allViewerAndWhitelistCloudFront':
      return !made || named;
    case 'allExcept':
      return !made && !named;
    default:
      return false;
  }
};

const takes = (behaviour: string, items: Items | undefined, name: string): boolean => {
  if (behaviour === 'whitelist') return includes(items, name);
  return behaviour === 'allExcept' ? !includes(items, name) : behaviour === 'all';
};

const includes = (items: Items | undefined, name: string): boolean =>
  items?.some((item) => item.toLowerCase() === name.toLowerCase()) ?? false;
