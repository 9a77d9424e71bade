import type { OriginAnswer } from '../../../cloudfront/s3-origin.ts';
import type { PageError } from '../refusals.ts';
import { html } from './html.ts';
import { page } from './page.ts';

type Words = { happened: string; remedy: string };

const WORDS: Readonly<Record<PageError, Words>> = {
  invalid_client: {
    happened: 'The app named a client that this user pool does not have.',
    remedy: 'Start again from the app. If that leads here again, its client_id is wrong.',
  },
  invalid_request: {
    happened:
      'The address that the app opened lacks its client_id or the address to go back to, or has one of them twice.',
    remedy: 'Start again from the app.',
  },
  redirect_mismatch: {
    happened: 'The app named an address to go to that is not one of its client’s.',
    remedy: 'The whole address has to stand in CallbackURLs of the app client, or in LogoutURLs to sign out.',
  },
  unauthorized_client: {
    happened: 'The app’s client does not let people sign in on this page.',
    remedy: 'It needs AllowedOAuthFlowsUserPoolClient, and COGNITO among its SupportedIdentityProviders.',
  },
};

const UNKNOWN: Words = { happened: 'The sign-in could not go on.', remedy: 'Start again from the app.' };

/** Tells whoever sits before the browser what the app that sent them has wrong. Of the address, only a known name counts. */
export const errorPage = (error: string, status = 400): OriginAnswer => {
  const known = Object.hasOwn(WORDS, error) ? (error as PageError) : undefined;
  const { happened, remedy } = known ? WORDS[known] : UNKNOWN;
  return page({
    status,
    title: 'This sign-in cannot go on',
    main: html`<h1>This sign-in cannot go on</h1>
<p>${happened}</p>
<p class="muted">${remedy}</p>
${known && html`<p class="muted"><code>${known}</code></p>`}`,
  });
};
