import { redirect } from './answers.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import { completeSignIn } from './issue-code.ts';
import { loginAction, NOT_OWN } from './login.ts';
import { loginPage } from './pages/login-page.ts';
import { newPasswordPage } from './pages/new-password-page.ts';
import { policyInWords, policyProblem } from './password-policy.ts';
import type { Endpoint } from './place.ts';
import { csrfOf, isOwnForm } from './sessions.ts';
import { userOf } from './users.ts';

/** Somebody who reloads the page gives the temporary password again. */
export const showNewPassword: Endpoint = (_hosted, request) => redirect(loginAction(request));

/** Takes the password that somebody chose in place of a temporary one, and signs them in. */
export const takeNewPassword: Endpoint = async (hosted, request) => {
  const asked = await readAuthorizationRequest(hosted, request);
  const { changeUser, clock, kept } = hosted;
  const { form, pool } = request;
  const csrf = csrfOf(request);
  const { redirectUri } = asked;
  const startAgain = (problem: string, status: number) =>
    loginPage({ action: loginAction(request), redirectUri, csrf, problem, status });
  if (!isOwnForm(request)) return startAgain(NOT_OWN, 403);
  const challenge = form.get('challenge') ?? '';
  const identity = kept.get('challenge', challenge);
  const user = identity?.poolId === pool.options.Id ? await userOf(hosted, pool, identity) : undefined;
  if (user?.UserStatus !== 'FORCE_CHANGE_PASSWORD')
    return startAgain('The time to choose a password is over. Sign in again with the temporary one.', 200);

  const password = form.get('new_password') ?? '';
  const differs = password !== form.get('confirm_password');
  const problem = differs ? 'The two passwords differ.' : policyProblem(pool, password);
  if (problem !== undefined)
    return newPasswordPage({
      action: `${request.base}/newPassword?${request.query}`,
      ...{ redirectUri, csrf, challenge, problem },
      username: user.Username,
      policy: policyInWords(pool),
    });
  kept.take('challenge', challenge);
  const chosen = { Password: password, UserStatus: 'CONFIRMED', UserLastModifiedDate: new Date(clock.now()) };
  await changeUser(pool, user.Username, (now) => ({ ...now, ...chosen }));
  return completeSignIn(hosted, request, asked, user);
};
