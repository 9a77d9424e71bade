import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../cli/seed/seed.ts';
import { resourcesOfType } from '../../cli/stack-resources.ts';
import { startWatched, type Watched } from '../watched.ts';

const STEP = 'services/media/list-assets/step.ts';
const WORKFLOW = 'workflows/remove-asset.asl.json';

let watched: Watched;
let lambda: LambdaClient;
let states: SFNClient;
beforeAll(async () => {
  watched = await startWatched();
  lambda = new LambdaClient(watched.connection.client);
  states = new SFNClient(watched.connection.client);
}, 120_000);
afterAll(async () => {
  lambda?.destroy();
  states?.destroy();
  await watched?.stop();
});

const idOf = async (type: string, part: string): Promise<string> => {
  const all = await resourcesOfType(watched.connection, type);
  return all.find(({ logicalId }) => logicalId.startsWith(part))?.physicalId ?? '';
};
const listAssets = async (): Promise<string> => {
  const FunctionName = await idOf('AWS::Lambda::Function', 'ListAssets');
  const event = {
    version: '2.0',
    headers: {},
    rawPath: '/assets',
    requestContext: {
      requestId: 'watched',
      http: { method: 'GET', path: '/assets', sourceIp: '127.0.0.1' },
      authorizer: { jwt: { claims: { sub: 'editor', 'cognito:groups': '[editor]' } } },
    },
  };
  const Payload = Buffer.from(JSON.stringify(event));
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Qualifier: 'live', Payload }));
  return Buffer.from(answer.Payload ?? []).toString();
};

test('a nanoservice that is saved as soon as somebody watches answers with its new code', async () => {
  // At once, while packages are still being bundled.
  const from = watched.said.length;
  const restore = watched.edit(STEP, (text) =>
    text.replace('    return { assets: await', "    return { saved: 'yes', assets: await"),
  );
  expect(await watched.line(/reloaded in \d+ ms: code of/, from)).toMatch(/code of media\/list-assets$/);
  expect(await listAssets()).toContain('\\"saved\\":\\"yes\\"');
  const again = watched.said.length;
  restore();
  await watched.line(/reloaded in/, again);
  const restored = await listAssets();
  expect(restored).toContain('"statusCode":200');
  expect(restored).not.toContain('saved');
});

test('code that cannot be built is told with file and line, and the old answers on', async () => {
  const from = watched.said.length;
  const restore = watched.edit(STEP, (text) =>
    text.replace('    return { assets: await', '    return {{ assets: await'),
  );
  await watched.line(/could not be reloaded, what ran before runs on/, from);
  expect(await watched.line(/step\.ts:\d+:\d+/, from)).toContain(STEP);
  expect(await listAssets()).toContain('"statusCode":200');
  restore();
});

test('what an exception says names the line of the TypeScript, also after a reload', async () => {
  const from = watched.said.length;
  const restore = watched.edit('services/media/list-assets/handler.ts', (text) =>
    text.replace(
      'export const handler =',
      'const fails = () => {\n  throw new RangeError("on purpose");\n};\nfails();\nexport const handler =',
    ),
  );
  await watched.line(/reloaded in/, from);
  expect(await listAssets()).toMatch(/services\/media\/list-assets\/handler\.ts:7:9/);
  const again = watched.said.length;
  restore();
  await watched.line(/reloaded in/, again);
});

test('a saved workflow becomes the definition of its state machine', async () => {
  const from = watched.said.length;
  watched.edit(WORKFLOW, (text) => text.replace(/"Comment": "/, '"Comment": "Saved. '));
  await watched.line(/definition of workflows\/remove-asset/, from);
  const stateMachineArn = await idOf('AWS::StepFunctions::StateMachine', 'RemoveAsset');
  const { definition } = await states.send(new DescribeStateMachineCommand({ stateMachineArn }));
  expect(definition).toContain('Saved. ');
});

test('a workflow that leads nowhere is told with its line and stays as it was', async () => {
  const from = watched.said.length;
  const restore = watched.edit(WORKFLOW, (text) => text.replace(/"StartAt": "\w+"/, '"StartAt": "Nowhere"'));
  await watched.line(/remove-asset\.asl\.json could not be reloaded/, from);
  expect(await watched.line(/asl\.json:\d+:/, from)).toMatch(/Nowhere/);
  restore();
});

describe('a change of the site', () => {
  const WORDS = 'web/site/words/en.ts';
  const STYLES = 'web/site/styles/base.css';
  const MADE = /reloaded in \d+ ms: every page of the site, in version \d+$/;
  const load = async (path = '/'): Promise<string> => {
    const response = await fetch(new URL(path, watched.connection.outputs.SiteUrl));
    expect(response.status).toBe(200);
    return response.text();
  };
  const styles = async (): Promise<string> => load(/href="([^"]+\/site-[^"]+\.css)"/.exec(await load())?.[1]);

  test('reaches the code at once, and the pages when somebody may make them', async () => {
    const from = watched.said.length;
    const restore = watched.edit(WORDS, (text) => text.replace('Skip to the content', 'Straight to the content'));
    expect(await watched.line(/reloaded in \d+ ms: code of/, from)).toContain('content/render-pages');
    await watched.line(/the pages could not be reloaded, what ran before runs on/, from);
    expect(await watched.line(/admin could not sign in/, from)).toContain('npm start makes the demo users');
    const again = watched.said.length;
    restore();
    await watched.line(/the pages could not be reloaded/, again);
    await seed.users(watched.connection);
  });

  test('a template that is saved becomes every page', async () => {
    const from = watched.said.length;
    const restore = watched.edit(WORDS, (text) => text.replace('Skip to the content', 'Straight to the content'));
    await watched.line(MADE, from);
    expect(await load()).toContain('Straight to the content');
    const again = watched.said.length;
    restore();
    await watched.line(MADE, again);
    expect(await load()).toContain('Skip to the content');
  });

  test('styles that are saved are loaded by every page, from an address of their own', async () => {
    const from = watched.said.length;
    const restore = watched.edit(STYLES, (text) => `${text}\n.saved-just-now { order: 7 }\n`);
    await watched.line(MADE, from);
    expect(await styles()).toContain('.saved-just-now');
    const again = watched.said.length;
    restore();
    await watched.line(MADE, again);
    expect(await styles()).not.toContain('.saved-just-now');
  });

  test('styles that cannot be built are told with file and line, and the pages stay', async () => {
    const from = watched.said.length;
    const restore = watched.edit(STYLES, (text) => `@import "./no-such.css";\n${text}`);
    await watched.line(/the templates could not be reloaded, what ran before runs on/, from);
    expect(await watched.line(/\.css:\d+/, from)).toContain(STYLES);
    expect(await load()).toContain('Skip to the content');
    restore();
  });
});

test('changed infrastructure is carried out, and what it cannot be made of is told', async () => {
  const from = watched.said.length;
  watched.edit('infra/media/media-stack.ts', (text) => text.replace('memoryMiB: 1769', 'memoryMiB: 1800'));
  expect(await watched.line(/reloaded in \d+ ms: template/, from)).toContain('updated');
  const again = watched.said.length;
  watched.edit('infra/media/media-stack.ts', (text) => text.replace("'media/inspect-image'", "'media/no-such'"));
  expect(await watched.line(/has no bundle/, again)).toContain('services/media/no-such');
  expect(await watched.line(/at infra\/media\/media-stack\.ts:\d+/, again)).toBeDefined();
}, 180_000);

test('Ctrl-C ends it', async () => {
  expect(await watched.interrupt()).toBe(0);
});
