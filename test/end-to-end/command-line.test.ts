import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StateVisit } from '../../cli/state-visits.ts';
import { commandLine } from './command-line.ts';
import { shade } from './pictures.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let folder: string;
beforeAll(async () => {
  system = await startSystem();
  folder = mkdtempSync(join(tmpdir(), 'marquee-files-'));
  ({ marquee, asJson } = commandLine(system.runtime.awsUrl, folder));
  writeFileSync(join(folder, 'good.jpg'), await shade(1, 60, 40));
  writeFileSync(join(folder, 'other.jpg'), await shade(2, 60, 40));
  writeFileSync(join(folder, 'letter.jpg'), 'Dear editor, this is a letter.');
});
afterAll(async () => {
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let marquee: ReturnType<typeof commandLine>['marquee'];
let asJson: ReturnType<typeof commandLine>['asJson'];

type Uploaded = { file: string; assetId: string; state: string; renditions?: number; reason?: { message: string } };

test('upload --wait tells of each file what became of it, and fails where one was refused', async () => {
  const { code, out, err } = await marquee('upload', 'good.jpg', 'letter.jpg', 'none.jpg', '--wait', '--json');
  expect([code, err]).toEqual([1, '']);
  const [good, letter, none] = JSON.parse(out) as Uploaded[];
  expect(good).toMatchObject({ file: 'good.jpg', state: 'ready' });
  expect(good?.renditions).toBeGreaterThan(0);
  expect(letter).toMatchObject({ file: 'letter.jpg', state: 'refused', reason: { message: expect.any(String) } });
  expect(none).toMatchObject({ file: 'none.jpg', state: 'refused', reason: { message: 'There is no such file.' } });
});

test('an upload can be followed: the asset, its execution with every state, its log lines', async () => {
  const plain = await marquee('upload', 'other.jpg', '--wait');
  expect([plain.code, plain.err]).toEqual([0, '']);
  expect(plain.out).toMatch(/^FILE\s+ASSET\s+STATE\s+RENDITIONS\s+REASON\nother\.jpg\s+[0-9a-f-]{36}\s+ready\s+\d+\n$/);
  const assetId = /[0-9a-f-]{36}/.exec(plain.out)?.[0] ?? '';
  await system.ended('processasset', assetId);

  const assets = await asJson<{ assetId: string }[]>('assets');
  expect(assets[0]?.assetId).toBe(assetId);
  expect((await marquee('assets', assetId)).out).toMatch(/frame-60\.avif\s+ready\s+60 × 40/);

  const executions = await asJson<{ name: string; status: string; workflow: string }[]>('executions', '--limit', '50');
  const names = executions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(await asJson<unknown[]>('executions', '--failed')).toEqual([]);

  const execution = await asJson<{ status: string; name: string; states: StateVisit[] }>('execution', assetId);
  expect(execution.status).toBe('SUCCEEDED');
  expect(names).toContain(execution.name);
  const visits = execution.states.map(({ name, status, depth }) => [depth, name, status]);
  expect(visits.slice(0, 4)).toEqual([
    [0, 'ReadEvent', 'succeeded'],
    [0, 'WhatHappened', 'succeeded'],
    [0, 'ClaimUpload', 'succeeded'],
    [0, 'Recognise', 'succeeded'],
  ]);
  expect(visits).toContainEqual([0, 'MakeRenditions', 'succeeded']);
  expect(visits).toContainEqual([1, 'MakeBatch', 'succeeded']);
  expect(visits.at(-1)).toEqual([0, 'Processed', 'succeeded']);
  for (const { name, type, durationMs, attempts, input, output } of execution.states) {
    expect(durationMs, name).toBeGreaterThanOrEqual(0);
    if (type === 'Task') expect(attempts, name).toBe(1);
    expect([typeof input, typeof output], name).toEqual(['string', 'string']);
  }
  expect((await marquee('execution', execution.name)).out).toContain('  MakeBatch');

  const { correlationId } = await system.asset(assetId);
  const lines = await asJson<{ service: string; message: string }[]>('logs', '--correlation', correlationId);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter(({ message }) => !message.includes(correlationId))).toEqual([]);
});

test('faults on demand are added, listed and removed, and an upload gets through them', async () => {
  const add = ['fault', 'add', '--service', 's3', '--operation', 'PutObject'];
  // Two in all: the SDK gives each call three attempts.
  const added = await marquee(...add, '--error', 'SlowDown', '--times', '2');
  expect(added.out).toBe('fault-1  s3 PutObject: 100 % fail with SlowDown, 2 times at most\n');
  const slow = await marquee(...add, '--rate', '50%', '--latency', '5ms');
  expect(slow.out).toBe('fault-2  s3 PutObject: 50 % wait for 5 ms\n');
  const asset = await system.upload('slowed.jpg', 'image/jpeg', await shade(9, 60, 40));
  expect(asset.state).toBe('ready');
  // The first has struck as often as it may and is gone.
  expect(await asJson('fault', 'list')).toMatchObject([{ id: 'fault-2', rate: 0.5, latency: 5 }]);
  expect((await marquee('fault', 'remove', '--all')).out).toBe('Removed fault-2.\n');
  expect((await marquee('fault', 'list')).out).toBe('Nothing goes wrong on demand.\n');
  const wrong = await marquee('fault', 'add', '--service', 's3', '--operation', 'Put', '--error', 'SlowDown');
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringContaining('s3 has no Put here; it has AbortMultipartUpload'),
  ]);
});

describe('a command that cannot be carried out ends with 2 and says what to change', () => {
  test.each([
    [['fly'], /There is no verb fly/],
    [['upload'], /Name at least one file/],
    [['execution'], /Name the execution/],
    [['execution', 'nothing-of-the-kind'], /No execution is called nothing-of-the-kind/],
    [['assets', '--limit', 'many'], /--limit takes a whole number/],
    [['executions', '--limit', 'many'], /--limit takes a whole number/],
    [['logs', '--since', 'yesterday'], /--since takes a number/],
    [['assets', '--colour'], /--colour.*\n?.*Usage/s],
  ])('%j', async (args, reason) => {
    const { code, out, err } = await marquee(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(reason);
  });
});

test('help names every verb', async () => {
  const { code, out } = await marquee('help');
  expect(code).toBe(0);
  for (const verb of ['upload', 'assets', 'content', 'executions', 'execution', 'logs'])
    expect(out).toContain(`  ${verb}`);
});
