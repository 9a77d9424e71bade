import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { User } from '../backend.ts';
import type { Kinds } from './kept.ts';
import type { Hosted, HostedRequest } from './place.ts';
import { userOf } from './users.ts';

/** The names that Cognito's own pages give their cookies. */
const SESSION = 'cognito';
const CSRF = 'XSRF-TOKEN';
const CSRF_TOKEN = /^[\w-]{32}$/;

const cookie = (name: string, value: string, { base }: HostedRequest, seconds: number): string =>
  `${name}=${value}; Path=${base || '/'}; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

export const sessionCookie = (handle: string, request: HostedRequest): string => cookie(SESSION, handle, request, 3600);

/** Ends the session of a request; the cookie that takes it from the browser. */
export const endSession = ({ kept }: Hosted, request: HostedRequest): string => {
  kept.take('session', request.cookies.get(SESSION) ?? '');
  return cookie(SESSION, '', request, 0);
};

/** Who is signed in already, and since when. */
export const sessionOf = async (
  hosted: Hosted,
  request: HostedRequest,
): Promise<{ user: User; session: Kinds['session'] } | undefined> => {
  const session = hosted.kept.get('session', request.cookies.get(SESSION) ?? '');
  if (session?.poolId !== request.pool.options.Id) return undefined;
  const user = await userOf(hosted, request.pool, session);
  return user && { user, session };
};

/** What a form carries that only a page of here can know: the browser brings the same as a cookie. */
export const csrfOf = (request: HostedRequest): { token: string; cookies: string[] } => {
  const brought = request.cookies.get(CSRF) ?? '';
  const token = CSRF_TOKEN.test(brought) ? brought : randomBytes(24).toString('base64url');
  return { token, cookies: [cookie(CSRF, token, request, 3600)] };
};

/** Whether a form came from a page of here. */
export const isOwnForm = ({ form, cookies }: HostedRequest): boolean => {
  const [sent, known] = [Buffer.from(form.get('_csrf') ?? ''), Buffer.from(cookies.get(CSRF) ?? '')];
  return known.length > 0 && sent.length === known.length && timingSafeEqual(sent, known);
};
