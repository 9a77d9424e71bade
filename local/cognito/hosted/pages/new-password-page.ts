import type { OriginAnswer } from '../../../cloudfront/s3-origin.ts';
import { html } from './html.ts';
import { page, problemOf } from './page.ts';

type Content = {
  action: string;
  redirectUri: string;
  csrf: { token: string; cookies: readonly string[] };
  /** Stands for the temporary password that was given. */
  challenge: string;
  username: string;
  /** What the pool asks of a password. */
  policy: string;
  problem?: string;
};

/** Asks somebody who came with a temporary password to choose their own. */
export const newPasswordPage = ({
  action,
  redirectUri,
  csrf,
  challenge,
  username,
  policy,
  problem,
}: Content): OriginAnswer => {
  const describedBy = problem === undefined ? 'policy' : 'problem policy';
  const wrong = problem !== undefined && html` aria-invalid="true"`;
  return page({
    status: 200,
    title: problem === undefined ? 'Choose a new password' : 'Password not changed: Choose a new password',
    cookies: csrf.cookies,
    leadsTo: redirectUri,
    main: html`<h1>Choose a new password</h1>
<p class="muted">The password that you gave was for your first sign-in only.</p>
${problemOf(problem)}
<form method="post" action="${action}">
<input type="hidden" name="_csrf" value="${csrf.token}">
<input type="hidden" name="challenge" value="${challenge}">
<input hidden name="username" value="${username}" autocomplete="username" aria-label="User name" readonly>
<div>
<label for="new_password">New password</label>
<input id="new_password" name="new_password" type="password" autocomplete="new-password" aria-describedby="${describedBy}" required autofocus${wrong}>
<p class="muted" id="policy">${policy}</p>
</div>
<div>
<label for="confirm_password">New password, once more</label>
<input id="confirm_password" name="confirm_password" type="password" autocomplete="new-password" required${wrong}>
</div>
<button type="submit">Save and sign in</button>
</form>`,
  });
};
