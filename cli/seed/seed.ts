import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Api, Asset, Ticket } from '../api.ts';
import type { Connection } from '../connection.ts';
import { DEMO_PASSWORD, DEMO_USERS } from '../demo-users.ts';
import { type Artwork, demoArtwork } from './artwork.ts';

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

/** What the first run leaves behind: how many images it uploaded, and the ids of all of the demo title's. */
export type Uploaded = { count: number; assetIds: string[] };

/** Uploads the demo title's artwork, each file once, as an editor would. */
const images = async (api: Api): Promise<Uploaded> => {
  const { assets } = await api<{ assets: Asset[] }>('GET', '/assets?limit=100');
  const arrived = new Map(
    assets.filter(({ state }) => state !== 'uploading').map((asset) => [asset.fileName, asset.assetId]),
  );
  const assetIds: string[] = [];
  let count = 0;
  for (const { fileName, contentType, bytes, focalPoint } of await demoArtwork()) {
    const existing = arrived.get(fileName);
    const assetId = existing ?? (await uploadImage(api, { fileName, contentType, bytes, focalPoint }));
    assetIds.push(assetId);
    if (existing === undefined) count += 1;
  }
  return { count, assetIds };
};

const uploadImage = async (api: Api, { bytes, ...artwork }: Artwork): Promise<string> => {
  const { assetId, upload } = await api<Ticket>('POST', '/assets', { ...artwork, size: bytes.length });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: artwork.contentType }), artwork.fileName);
  const response = await fetch(upload.url, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`The demo image ${artwork.fileName} was refused: ${await response.text()}`);
  return assetId;
};

export const seed = { users, images };
