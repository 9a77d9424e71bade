import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, describe, expect, test } from 'vitest';
import { ADMINISTRATOR } from '../../identity.ts';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const ECHO = 'export const handler = async (event) => event;';

const at = (path: string): string => `${api.site.url}/_aws/execute-api/${api.id}${path}`;

describe('a route for those who sign', () => {
  const ROLE = 'arn:aws:iam::000000000000:role/worker';
  const signed = async (path: string, credentials: object): Promise<Response> => {
    const signer = new SignatureV4({
      service: 'execute-api',
      region: 'us-east-1',
      sha256: Sha256,
      credentials: credentials as never,
    });
    const { hostname, port, pathname } = new URL(at(path));
    const request = { method: 'GET', protocol: 'http:', hostname, port: Number(port), path: pathname, query: {} };
    const { headers } = (await signer.sign({ ...request, headers: { host: `${hostname}:${port}` } } as never, {
      signingDate: new Date(api.clock.now()),
    })) as unknown as { headers: Record<string, string> };
    return fetch(at(path), { headers });
  };

  test('lets in whom a policy lets invoke it, and says who it is', async () => {
    api = await openApi();
    await api.route('GET /pets/{id}', ECHO, { route: { AuthorizationType: 'AWS_IAM' } });
    const response = await signed('/pets/7', ADMINISTRATOR);
    expect([response.status, await response.json()]).toMatchObject([
      200,
      {
        requestContext: {
          authorizer: {
            iam: {
              accessKey: 'test',
              accountId: '000000000000',
              userArn: 'arn:aws:iam::000000000000:user/administrator',
            },
          },
        },
      },
    ]);
  });

  test('refuses whoever signs not, wrongly, or without a grant', async () => {
    api = await openApi();
    await api.route('GET /pets/{id}', ECHO, { route: { AuthorizationType: 'AWS_IAM' } });
    const refused = [
      await fetch(at('/pets/7')),
      await signed('/pets/7', { ...ADMINISTRATOR, secretAccessKey: 'wrong' }),
      await signed('/pets/7', api.identities.sessionFor(ROLE, 'session')),
    ];
    for (const response of refused)
      expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
  });
});
