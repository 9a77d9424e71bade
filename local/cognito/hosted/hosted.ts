import type { ApiRequest } from '../../apigateway/request.ts';
import type { OriginAnswer } from '../../cloudfront/s3-origin.ts';
import { SIGN_IN_PATH } from '../../local-addresses.ts';
import { empty, json, preflight, redirect, withParameters } from './answers.ts';
import { authorize } from './authorize.ts';
import type { Domains } from './domains.ts';
import { showLogin, takeLogin } from './login.ts';
import { logout } from './logout.ts';
import { showNewPassword, takeNewPassword } from './new-password.ts';
import { errorPage } from './pages/error-page.ts';
import type { Endpoint, Hosted, HostedRequest } from './place.ts';
import { OAuthRefusal, PageRefusal, RedirectRefusal } from './refusals.ts';
import { revoke } from './revoke.ts';
import { token } from './token.ts';
import { userInfo } from './user-info.ts';

const showError: Endpoint = (_hosted, { parameters }) => errorPage(parameters.get('error') ?? '');

const ENDPOINTS: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  '/oauth2/authorize': { GET: authorize },
  '/login': { GET: showLogin, POST: takeLogin },
  '/newPassword': { GET: showNewPassword, POST: takeNewPassword },
  '/error': { GET: showError },
  '/logout': { GET: logout },
  '/oauth2/token': { POST: token, OPTIONS: () => preflight('POST') },
  '/oauth2/revoke': { POST: revoke, OPTIONS: () => preflight('POST') },
  '/oauth2/userInfo': { GET: userInfo, POST: userInfo, OPTIONS: () => preflight('GET, POST') },
};

const BY_PATH = new RegExp(`^(${SIGN_IN_PATH}/([a-z0-9-]+))(/.*)?$`);
const BY_HOST = /^([a-z0-9-]+)\.auth\.[\w-]+\.amazoncognito\.com(?::\d+)?$/;

/** The prefix that an address names, by its host or its path, and what is left of the path. */
const addressOf = (host: string, path: string): { prefix: string; base: string; path: string } | undefined => {
  const [, base, prefix, rest = '/'] = BY_PATH.exec(path) ?? [];
  if (base !== undefined && prefix !== undefined) return { prefix, base, path: rest };
  const named = BY_HOST.exec(host.toLowerCase())?.[1];
  return named === undefined ? undefined : { prefix: named, base: '', path };
};

/** The hosted sign-in of every user pool that has a domain: OAuth's authorization code grant with its pages. */
export const createHostedSignIn = (hosted: Hosted, domains: Domains) => ({
  /** Whether a request is for a hosted sign-in, by its host or its path. */
  takes: (host: string, path: string): boolean => addressOf(host, path) !== undefined,

  async answer(request: ApiRequest): Promise<OriginAnswer> {
    const address = addressOf(request.headers.host ?? '', request.path);
    const poolId = address && domains.poolOf(address.prefix);
    const endpoints = address && Object.hasOwn(ENDPOINTS, address.path) ? ENDPOINTS[address.path] : undefined;
    const pool = hosted.backend.service.userPools.find(({ options }) => options.Id === poolId);
    if (!address || !pool || !endpoints) return errorPage('', 404);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const endpoint = Object.hasOwn(endpoints, method) ? endpoints[method] : undefined;
    if (!endpoint) return empty(405, { allow: Object.keys(endpoints).join(', ') });
    const asked: HostedRequest = { ...parsed(request), base: address.base, pool };
    try {
      return await endpoint(hosted, asked);
    } catch (error) {
      return refusal(error, asked);
    }
  },
});

export type HostedSignIn = ReturnType<typeof createHostedSignIn>;

const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

const parsed = ({ method, query, headers, cookies, body }: ApiRequest): Omit<HostedRequest, 'pool' | 'base'> => ({
  ...{ method, query, headers },
  parameters: new URLSearchParams(query),
  form: new URLSearchParams(FORM.test(headers['content-type'] ?? '') ? body.toString() : ''),
  cookies: new Map(
    cookies.map((cookie) => {
      const sign = cookie.indexOf('=');
      return [cookie.slice(0, sign).trim(), cookie.slice(sign + 1).trim()];
    }),
  ),
});

/** An error as who has to hear of it does: the person, the app that sent them, or the app that called. */
const refusal = (error: unknown, { base, parameters }: HostedRequest): OriginAnswer => {
  if (error instanceof PageRefusal)
    return redirect(
      withParameters(`${base}/error`, { error: error.error, client_id: parameters.get('client_id') ?? undefined }),
    );
  if (error instanceof RedirectRefusal)
    return redirect(withParameters(error.redirectUri, { error: error.message, state: error.state }));
  if (!(error instanceof OAuthRefusal)) throw error;
  const { message, description } = error;
  const answer = json(error.status, {
    error: message,
    ...(description === undefined ? {} : { error_description: description }),
  });
  if (description === undefined) return answer;
  const challenge = `Bearer error="${message}", error_description="${description}"`;
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } };
};
