import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AssemblyError, readAssembly } from './read-assembly.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assembly-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value));
const stack = (name: string, dependencies: string[] = []) => ({
  type: 'aws:cloudformation:stack',
  dependencies,
  properties: { templateFile: `${name}.json`, stackName: `app-${name}` },
});

test('stacks come in the order of their dependencies, assets by their key', () => {
  for (const name of ['A', 'B', 'C']) write(`${name}.json`, { Resources: {} });
  write('assets.json', {
    files: { x: { source: { path: 'asset.x' }, destinations: { here: { objectKey: 'x.zip' } } } },
  });
  write('manifest.json', {
    artifacts: {
      A: stack('A', ['C', 'assets']),
      B: stack('B'),
      C: stack('C', ['B']),
      assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
      Tree: { type: 'cdk:tree' },
    },
  });
  const { stacks, assets } = readAssembly(folder);
  expect(stacks.map(({ name }) => name)).toEqual(['app-B', 'app-C', 'app-A']);
  expect([...assets]).toEqual([['x.zip', join(folder, 'asset.x')]]);
});

test('a resource tells its construct and the line that asked for it', () => {
  const frame = (what: string, file: string, line: number) =>
    `${what} (file://${process.cwd()}/infra/${file}:${line}:5)`;
  write('A.json', { Resources: {} });
  write('manifest.json', { artifacts: { A: { ...stack('A'), additionalMetadataFile: 'facts.json' } } });
  write('facts.json', {
    '/App/Thing': [{ type: 'aws:cdk:acknowledged-rules', data: {} }],
    '/App/Thing/Resource': [
      { type: 'aws:cdk:logicalId', data: 'Thing1' },
      {
        type: 'aws:cdk:creationStack',
        data: ['...new Bucket2 in aws-cdk-lib...', frame('new Thing', 'thing.ts', 3), frame('new App', 'app.ts', 9)],
      },
    ],
    '/App/Untold': [{ type: 'aws:cdk:logicalId', data: 'Untold1' }],
  });
  const [read] = readAssembly(folder).stacks;
  expect([...(read?.origins ?? [])]).toEqual([
    ['Thing1', { path: 'App/Thing/Resource', madeAt: 'infra/app.ts:9' }],
    ['Untold1', { path: 'App/Untold' }],
  ]);
});

test('a folder without an assembly, a damaged file or no stack is refused with the file’s name', () => {
  expect(() => readAssembly(folder)).toThrow(AssemblyError);
  expect(() => readAssembly(folder)).toThrow(/manifest\.json is missing or is not JSON; make the cloud assembly again/);
  write('manifest.json', { artifacts: {} });
  expect(() => readAssembly(folder)).toThrow(/names no stack/);
  write('manifest.json', { artifacts: { A: stack('A') } });
  writeFileSync(join(folder, 'A.json'), '{"Resources":');
  expect(() => readAssembly(folder)).toThrow(/A\.json is missing or is not JSON/);
});
