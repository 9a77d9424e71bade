import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Connection } from './connection.ts';
import { DEMO_PASSWORD } from './demo-users.ts';
import { UsageError } from './usage.ts';

/**
 * A bearer token of the user named by MARQUEE_USER and MARQUEE_PASSWORD; on a laptop a demo user by default, the editor unless another is asked for.
 * Throws `UsageError` where sign-in fails.
 */
export const signIn = async ({ client, outputs, local }: Connection, user = 'editor'): Promise<string> => {
  const username = process.env.MARQUEE_USER ?? (local ? user : undefined);
  const password = process.env.MARQUEE_PASSWORD ?? (local ? DEMO_PASSWORD : undefined);
  if (!username || !password) throw new UsageError('Set MARQUEE_USER and MARQUEE_PASSWORD to sign in to this stage.');
  const cognito = new CognitoIdentityProviderClient(client);
  try {
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: outputs.UserPoolClientId,
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    );
    if (!AuthenticationResult?.AccessToken)
      throw new Error('a further challenge is asked for, which the command line cannot answer');
    return AuthenticationResult.AccessToken;
  } catch (cause) {
    const hint = local ? ' On a laptop, npm start makes the demo users unless --no-seed is given.' : '';
    throw new UsageError(`${username} could not sign in: ${(cause as Error).message}.${hint}`, { cause });
  } finally {
    cognito.destroy();
  }
};
