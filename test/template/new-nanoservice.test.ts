import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Construct } from 'constructs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../infra/build/bundle.ts';
import { BUILD_FOLDER, ROOT, SERVICES_FOLDER, WORKFLOWS_FOLDER } from '../../infra/build/folders.ts';
import { shareSettings } from '../../infra/shared/settings.ts';
import { stageOf } from '../../infra/shared/stage.ts';
import { type Runtime, startRuntime } from '../../local/runtime.ts';

/** The code blocks of the guide, by the path that their first line names. */
const blocks = (): Record<string, string> =>
  Object.fromEntries(
    [...readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(
      ([, path, code]) => [path, code],
    ),
  );

mkdirSync(BUILD_FOLDER, { recursive: true });
const folder = mkdtempSync(join(BUILD_FOLDER, 'example-'));
const servicesFolder = join(folder, 'services');
let stack: Stack;
let runtime: Runtime;

beforeAll(async () => {
  const { infra, ...files } = blocks();
  for (const [path, code = ''] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  symlinkSync(join(SERVICES_FOLDER, 'shared'), join(servicesFolder, 'shared'));
  await bundle(servicesFolder);

  const stackFile = join(folder, 'stack.ts');
  writeFileSync(
    stackFile,
    `import { Stack } from 'aws-cdk-lib';
     import { Nanoservice } from ${JSON.stringify(join(ROOT, 'infra', 'shared', 'nanoservice.ts'))};
     export class Example extends Stack {
       constructor(scope, id) { super(scope, id); ${infra} }
     }`,
  );
  const app = new App({ outdir: join(folder, 'cdk.out') });
  shareSettings(app, { stage: stageOf('dev'), servicesFolder, workflowsFolder: WORKFLOWS_FOLDER });
  const { Example } = (await import(/* @vite-ignore */ pathToFileURL(stackFile).href)) as {
    Example: new (scope: Construct, id: string) => Stack;
  };
  stack = new Example(app, 'Example');
  app.synth();
  runtime = await startRuntime({
    assemblyFolder: app.outdir,
    dataFolder: join(folder, 'data'),
    awsPort: 0,
    sitePort: 0,
  });
});

afterAll(async () => {
  await runtime?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one folder and one line make a function with everything that it needs', () => {
  const template = Template.fromStack(stack);
  expect(
    Object.values(template.toJSON().Resources)
      .map((resource) => (resource as { Type: string }).Type)
      .sort(),
  ).toEqual([
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::Lambda::Alias',
    'AWS::Lambda::Function',
    'AWS::Lambda::Version',
    'AWS::Logs::LogGroup',
  ]);
});

test('it runs on the laptop as it is deployed', async () => {
  const client = new LambdaClient({
    endpoint: runtime.awsUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const FunctionName = runtime.stacks[0]?.resources.find(({ type }) => type === 'AWS::Lambda::Alias')?.physicalId;
  const trace = { correlationId: 'story', causationId: 'cause' };
  const invoke = async (input: object): Promise<unknown> => {
    const { Payload } = await client.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify({ trace, input }) }),
    );
    return JSON.parse(Buffer.from(Payload ?? []).toString());
  };
  expect(await invoke({ width: 16, height: 9 })).toEqual({ shape: 'landscape' });
  expect(await invoke({ width: 16, height: -9 })).toMatchObject({
    errorType: 'InvalidInputError',
    errorMessage: expect.stringContaining('height'),
  });
  client.destroy();
});
