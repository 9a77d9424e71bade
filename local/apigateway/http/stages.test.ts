// biome-ignore-all lint/suspicious/noTemplateCurlyInString: stage variables look so.
import { afterEach, describe, expect, test } from 'vitest';
import { type ApiBench, openApi } from '../testing.ts';

let api: ApiBench;
afterEach(() => api.close());

const ECHO = 'export const handler = async (event) => event;';

const at = (path: string): string => `${api.site.url}/_aws/execute-api/${api.id}${path}`;
const get = async (path: string): Promise<object> => (await fetch(at(path))).json() as Promise<object>;

describe('a named stage', () => {
  test('takes the first part of the path and has variables', async () => {
    api = await openApi({ stageName: 'dev', stage: { StageVariables: { mode: 'fast' } } });
    await api.route('GET /pets/{id}', ECHO);
    expect(await get('/dev/pets/7')).toMatchObject({
      rawPath: '/dev/pets/7',
      pathParameters: { id: '7' },
      stageVariables: { mode: 'fast' },
      requestContext: { stage: 'dev', http: { path: '/dev/pets/7' } },
    });
    for (const path of ['/pets/7', '/other/pets/7']) expect((await fetch(at(path))).status).toBe(404);
  });

  test('stands beside the default one', async () => {
    api = await openApi();
    await api.make('Stage', 'Dev', { ApiId: api.id, StageName: 'dev', AutoDeploy: true });
    await api.route('GET /{proxy+}', ECHO);
    expect(await get('/dev/x')).toMatchObject({ requestContext: { stage: 'dev' }, pathParameters: { proxy: 'x' } });
    expect(await get('/prod/x')).toMatchObject({
      requestContext: { stage: '$default' },
      pathParameters: { proxy: 'prod/x' },
    });
  });

  test('serves nothing before it is deployed', async () => {
    api = await openApi({ stage: { AutoDeploy: false } });
    await api.route('GET /', ECHO);
    expect((await api.send()).status).toBe(404);
    await api.make('Deployment', 'Deployment', { ApiId: api.id, StageName: '$default' });
    expect((await api.send()).status).toBe(200);
  });

  test('names the function by its variables', async () => {
    api = await openApi({ stage: { StageVariables: { name: 'function-0' } } });
    const IntegrationUri = 'arn:aws:lambda:us-east-1:000000000000:function:${stageVariables.name}';
    await api.route('GET /', ECHO, { integration: { IntegrationUri } });
    expect((await api.send()).status).toBe(200);
  });
});
