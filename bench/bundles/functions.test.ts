import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { functionsOf } from './functions.ts';

const functionResource = (description: string, hash: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Description: description,
    Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` },
    Environment: { Variables: { STAGE: 'dev', ASSETS_TABLE: { Ref: 'Assets' } } },
  },
});

test('functions are found with their asset and environment; those of others are left out', () => {
  const assembly = mkdtempSync(join(tmpdir(), 'marquee-assembly-'));
  try {
    for (const hash of ['aa', 'bb', 'cc']) {
      mkdirSync(join(assembly, `asset.${hash}`));
      writeFileSync(join(assembly, `asset.${hash}`, 'index.mjs'), '');
    }
    mkdirSync(join(assembly, 'asset.bb', 'node_modules', 'sharp'), { recursive: true });
    const Resources = {
      Two: functionResource('Marquee media/show-asset', 'aa'),
      One: functionResource('Marquee media/make-renditions', 'bb'),
      Custom: functionResource('Lambda for a custom resource', 'cc'),
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    };
    writeFileSync(join(assembly, 'Stack.template.json'), JSON.stringify({ Resources }));
    const environment = { STAGE: 'dev', ASSETS_TABLE: '{"Ref":"Assets"}' };
    expect(functionsOf(assembly)).toEqual([
      { service: 'media/make-renditions', folder: join(assembly, 'asset.bb'), environment, hasSharp: true },
      { service: 'media/show-asset', folder: join(assembly, 'asset.aa'), environment, hasSharp: false },
    ]);
  } finally {
    rmSync(assembly, { recursive: true, force: true });
  }
});
