import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { HOME, type Settings } from './settings.ts';

/** Seconds before its end at which a token is renewed. */
const RENEW_BEFORE = 120;

/** Authorization code with PKCE. The session is this tab's: another one signs in by Cognito's own cookie, without asking. */
export const createSignIn = ({ signInUrl, clientId }: Settings) => {
  const home = location.origin + HOME;
  const users = new UserManager({
    authority: signInUrl,
    metadata: {
      issuer: signInUrl,
      authorization_endpoint: `${signInUrl}/oauth2/authorize`,
      token_endpoint: `${signInUrl}/oauth2/token`,
      revocation_endpoint: `${signInUrl}/oauth2/revoke`,
    },
    client_id: clientId,
    redirect_uri: home,
    response_type: 'code',
    scope: 'openid email profile',
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: RENEW_BEFORE,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });

  return {
    users,
    /** Leaves for Cognito; it leads back to the address of now. */
    begin: (): Promise<void> => users.signinRedirect({ state: location.pathname + location.search }),
    /** Whether Cognito has just led here. */
    isReturn: (): boolean => location.pathname === HOME && /[?&](code|error)=/.test(location.search),
    /** Takes what Cognito gave, and goes where the user was. Throws where it gave an error or something else than was asked for. */
    async finish(): Promise<void> {
      const { state } = await users.signinCallback().then((user) => user ?? { state: HOME });
      const at = typeof state === 'string' && state.startsWith(HOME) ? state : HOME;
      history.replaceState(null, '', at);
    },
    /** Ends the session here and at Cognito. */
    async end(): Promise<void> {
      await users.revokeTokens(['refresh_token']).catch(() => undefined);
      await users.removeUser();
      location.assign(`${signInUrl}/logout?${new URLSearchParams({ client_id: clientId, logout_uri: home })}`);
    },
  };
};

export type SignIn = ReturnType<typeof createSignIn>;
