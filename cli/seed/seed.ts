import { writeFile } from 'node:fs/promises';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Asset, openApi, type Ticket } from '../api.ts';
import { type Connection, connect } from '../connection.ts';
import { DEMO_PASSWORD, DEMO_USERS } from '../demo-users.ts';
import { demoArtwork } from './artwork.ts';

type Place = { endpoint: string; stage: string };

const reach = ({ endpoint, stage }: Place): Promise<Connection> =>
  connect({ stage, 'aws-port': new URL(endpoint).port });

/** Makes one user a role; those that exist stay as they are. */
const users = async (place: Place): Promise<void> => {
  const { client, outputs } = await reach(place);
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

/** Uploads the demo title's artwork, each file once, as an editor would; then leaves `marker`. Answers how many files. */
const images = async (place: Place, marker: string): Promise<number> => {
  const api = await openApi(await reach(place));
  const { assets } = await api<{ assets: Asset[] }>('GET', '/assets?limit=100');
  const arrived = new Set(assets.filter(({ state }) => state !== 'uploading').map(({ fileName }) => fileName));
  const missing = (await demoArtwork()).filter(({ fileName }) => !arrived.has(fileName));
  for (const { fileName, contentType, bytes, focalPoint } of missing) {
    const { upload } = await api<Ticket>('POST', '/assets', {
      fileName,
      contentType,
      size: bytes.length,
      focalPoint,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), fileName);
    const response = await fetch(upload.url, { method: 'POST', body: form });
    if (!response.ok) throw new Error(`The demo image ${fileName} was refused: ${await response.text()}`);
  }
  await writeFile(marker, `${new Date().toISOString()}\n`);
  return missing.length;
};

export const seed = { users, images };
