import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Api, Ticket } from '../api.ts';
import type { Connection } from '../connection.ts';
import { allAssets } from '../content/asset-names.ts';
import { DEMO_PASSWORD, DEMO_USERS } from '../demo-users.ts';
import { type Artwork, demoArtwork } from './artwork/artwork.ts';

/** Makes one user a role; those that exist stay as they are. */
const users = async ({ client, outputs }: Connection): Promise<void> => {
  const cognito = new CognitoIdentityProviderClient(client);
  const UserPoolId = outputs.UserPoolId;
  for (const Username of DEMO_USERS) {
    try {
      const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }];
      await cognito.send(
        new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }),
      );
    } catch (error) {
      if ((error as Error).name !== 'UsernameExistsException') throw error;
    }
    await cognito.send(
      new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: DEMO_PASSWORD, Permanent: true }),
    );
    await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: Username }));
  }
  cognito.destroy();
};

/** Draws and uploads the demo title's artwork one by one, each file once, as an editor would; answers how many it uploaded. */
const images = async (api: Api): Promise<number> => {
  const arrived = new Set(
    (await allAssets(api)).filter(({ state }) => state !== 'uploading').map(({ fileName }) => fileName),
  );
  const missing = demoArtwork().filter(({ fileName }) => !arrived.has(fileName));
  for (const artwork of missing) await uploadImage(api, artwork);
  return missing.length;
};

const uploadImage = async (api: Api, { fileName, contentType, focalPoint, draw }: Artwork): Promise<void> => {
  const bytes = await draw();
  const { upload } = await api<Ticket>('POST', '/assets', {
    fileName,
    contentType,
    focalPoint,
    size: bytes.length,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), fileName);
  const response = await fetch(upload.url, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`The demo file ${fileName} was refused: ${await response.text()}`);
};

export const seed = { users, images };
