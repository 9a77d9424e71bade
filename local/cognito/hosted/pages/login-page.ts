import type { OriginAnswer } from '../../../cloudfront/s3-origin.ts';
import { html } from './html.ts';
import { destination, page, problemOf } from './page.ts';

type Content = {
  /** Where the form is sent. */
  action: string;
  redirectUri: string;
  csrf: { token: string; cookies: readonly string[] };
  username?: string;
  problem?: string;
  status?: number;
};

/** Asks for a name and a password. A name that was given stays. */
export const loginPage = ({
  action,
  redirectUri,
  csrf,
  username = '',
  problem,
  status = 200,
}: Content): OriginAnswer => {
  const wrong = problem !== undefined && html` aria-invalid="true" aria-describedby="problem"`;
  const [first, second] = username === '' ? [html` autofocus`, undefined] : [undefined, html` autofocus`];
  return page({
    status,
    title: problem === undefined ? 'Sign in' : 'Not signed in: Sign in',
    cookies: csrf.cookies,
    leadsTo: redirectUri,
    main: html`<h1>Sign in</h1>
<p class="muted">You go on to ${destination(redirectUri)}.</p>
${problemOf(problem)}
<form method="post" action="${action}">
<input type="hidden" name="_csrf" value="${csrf.token}">
<div>
<label for="username">User name</label>
<input id="username" name="username" value="${username}" autocomplete="username" autocapitalize="none" spellcheck="false" required${wrong}${first}>
</div>
<div>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${wrong}${second}>
</div>
<button type="submit">Sign in</button>
</form>`,
  });
};
