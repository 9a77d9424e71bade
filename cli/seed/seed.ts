import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Api, Asset, Ticket } from '../api.ts';
import type { Connection } from '../connection.ts';
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

/** What the first run leaves behind: how many images it uploaded, and the ids of those that the first page shows. */
export type Uploaded = { count: number; assetIds: string[] };

/** The first page shows these, and does not wait for the others. */
const FIRST_PAGE = /^nine-lamps-out-(key-art|poster|emblem)\.\w+$/;

/** Draws and uploads the demo title's artwork one by one, each file once, as an editor would. */
const images = async (api: Api): Promise<Uploaded> => {
  const { assets } = await api<{ assets: Asset[] }>('GET', '/assets?limit=100');
  const arrived = new Map(
    assets.filter(({ state }) => state !== 'uploading').map((asset) => [asset.fileName, asset.assetId]),
  );
  const assetIds: string[] = [];
  let count = 0;
  for (const artwork of demoArtwork()) {
    const existing = arrived.get(artwork.fileName);
    const assetId = existing ?? (await uploadImage(api, artwork));
    if (existing === undefined) count += 1;
    if (FIRST_PAGE.test(artwork.fileName)) assetIds.push(assetId);
  }
  return { count, assetIds };
};

const uploadImage = async (api: Api, { fileName, contentType, focalPoint, draw }: Artwork): Promise<string> => {
  const bytes = await draw();
  const { assetId, upload } = await api<Ticket>('POST', '/assets', {
    fileName,
    contentType,
    focalPoint,
    size: bytes.length,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), fileName);
  const response = await fetch(upload.url, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`The demo image ${fileName} was refused: ${await response.text()}`);
  return assetId;
};

export const seed = { users, images };
