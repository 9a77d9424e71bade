import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generate } from './catalogue.ts';
import { registry } from './registry.ts';

const root = join(import.meta.dirname, '..');

describe.each(registry.map((registered) => [registered.contract.detailType, registered] as const))(
  '%s',
  (_, registered) => {
    const { contract, example } = registered;

    test('its golden example is what producers must emit and consumers must accept', () => {
      expect(contract.strict.parse(example)).toEqual(example);
      expect(contract.tolerant.parse(example)).toEqual(example);
    });

    test('producers cannot send a field that the contract lacks, consumers do not mind one', () => {
      const detail = example as { metadata: object; data: object };
      const widened = { ...detail, data: { ...detail.data, addedLater: 1 }, addedToo: true };
      expect(contract.strict.safeParse(widened).success).toBe(false);
      expect(contract.strict.safeParse({ ...detail, metadata: { ...detail.metadata, extra: 1 } }).success).toBe(false);
      expect(contract.tolerant.parse(widened)).toEqual(example);
    });

    test('an event of another version is not taken for this one', () => {
      const detail = example as { metadata: object; data: object };
      const other = { ...detail, metadata: { ...detail.metadata, version: contract.version + 1 } };
      expect(contract.tolerant.safeParse(other).success).toBe(false);
    });
  },
);

test('no two contracts share a name and a version', () => {
  const names = registry.map(({ contract }) => `${contract.detailType} ${contract.version}`);
  expect(new Set(names).size).toBe(names.length);
});

test('a reason with a field that the contract lacks is refused, however deep it stands', () => {
  const rejected = registry.find(({ contract }) => contract.detailType === 'AssetRejected');
  const example = rejected?.example as { metadata: object; data: { reason: object } };
  const widened = { ...example, data: { ...example.data, reason: { ...example.data.reason, stack: '…' } } };
  expect(rejected?.contract.strict.safeParse(widened).success).toBe(false);
});

test('every schema file is registered', async () => {
  const files = (await readdir(join(root, 'events/schemas'))).map((file) => file.replace('.ts', ''));
  const kebab = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
  expect(registry.map(({ contract }) => kebab(contract.detailType)).sort()).toEqual(files.sort());
});

test('the JSON Schemas and the catalogue are fresh: `npm run generate` would change nothing', async () => {
  for (const { path, content } of generate(registry)) {
    expect(await readFile(join(root, path), 'utf8'), path).toBe(content);
  }
  const schemas = (await readdir(join(root, 'events/json-schema'))).map((file) => `events/json-schema/${file}`);
  expect(generate(registry).map(({ path }) => path)).toEqual(expect.arrayContaining(schemas));
});
