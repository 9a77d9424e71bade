import { redirect } from './answers.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import { redirectWithCode } from './issue-code.ts';
import type { Endpoint } from './place.ts';
import { RedirectRefusal } from './refusals.ts';
import { sessionOf } from './sessions.ts';

/**
 * Sends somebody who is signed in back with a code, and anybody else to sign in.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export const authorize: Endpoint = async (hosted, request) => {
  const asked = await readAuthorizationRequest(hosted, request);
  const signedIn = await sessionOf(hosted, request);
  if (signedIn && !asked.prompts.includes('login'))
    return redirectWithCode(hosted, request, asked, signedIn.user, signedIn.session.authTime);
  if (asked.prompts.includes('none')) throw new RedirectRefusal(asked.redirectUri, 'login_required', asked.state);
  return redirect(`${request.base}/login?${request.query}`);
};
