import { readAuthorizationRequest } from './authorization-request.ts';
import { completeSignIn, identityOf } from './issue-code.ts';
import { loginPage } from './pages/login-page.ts';
import { newPasswordPage } from './pages/new-password-page.ts';
import { policyInWords } from './password-policy.ts';
import type { Endpoint, HostedRequest } from './place.ts';
import { csrfOf, isOwnForm } from './sessions.ts';
import { checkPassword } from './users.ts';

/** What a form is told that was open for longer than its cookie, or that another site sent. */
export const NOT_OWN = 'This page was open for too long, or the form was sent from elsewhere. Sign in again.';

/** The page of the sign-in. @see https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html */
export const showLogin: Endpoint = async (hosted, request) => {
  const { redirectUri } = await readAuthorizationRequest(hosted, request);
  const username = request.parameters.get('login_hint') ?? '';
  return loginPage({ action: loginAction(request), redirectUri, csrf: csrfOf(request), username });
};

/** Takes the name and the password. */
export const takeLogin: Endpoint = async (hosted, request) => {
  const asked = await readAuthorizationRequest(hosted, request);
  const username = request.form.get('username') ?? '';
  const { redirectUri } = asked;
  const again = { action: loginAction(request), redirectUri, csrf: csrfOf(request), username };
  if (!isOwnForm(request)) return loginPage({ ...again, problem: NOT_OWN, status: 403 });
  const result = await checkPassword(hosted, request.pool, username, request.form.get('password') ?? '');
  if ('problem' in result) return loginPage({ ...again, problem: result.problem });
  if ('user' in result) return completeSignIn(hosted, request, asked, result.user);
  const identity = identityOf(result.mustChoosePassword);
  return newPasswordPage({
    action: `${request.base}/newPassword?${request.query}`,
    redirectUri,
    csrf: again.csrf,
    challenge: hosted.kept.put('challenge', { poolId: request.pool.options.Id, ...identity }),
    username: identity.username,
    policy: policyInWords(request.pool),
  });
};

export const loginAction = ({ base, query }: HostedRequest): string => `${base}/login?${query}`;
