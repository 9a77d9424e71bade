import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asset, Ticket } from '../../cli/api.ts';
import { shade } from '../end-to-end/pictures.ts';
import { crashed, type RuntimeProcess, startProcess } from './runtime-process.ts';

const UPLOADS = 50;
const WAIT = { timeout: 120_000, interval: 500 };

let dataFolder: string;
let runtime: RuntimeProcess;
let pictures: Buffer[];
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'marquee-chaos-'));
  pictures = await Promise.all(Array.from({ length: UPLOADS }, (_, index) => shade(index, 48, 32)));
  runtime = await startProcess(dataFolder);
});
afterAll(async () => {
  await runtime?.kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

const crash = async (): Promise<void> => {
  runtime = await crashed(runtime, dataFolder);
};

/** The ticket as its form is sent now: the endpoint has another port after a restart, the signature holds. */
const moved = (ticket: Ticket): Ticket => {
  const { pathname } = new URL(ticket.upload.url);
  return { ...ticket, upload: { ...ticket.upload, url: `${runtime.awsUrl}${pathname}` } };
};

const mediaKeys = async (): Promise<string[]> => {
  const { Contents = [] } = await runtime.s3.send(
    new ListObjectsV2Command({ Bucket: runtime.connection.outputs.MediaBucketName }),
  );
  return Contents.map(({ Key = '' }) => Key);
};

test('uploads survive a kill of the whole runtime while they arrive, and another while they are processed', async () => {
  const tickets = await Promise.all(
    pictures.map((bytes, index) => runtime.editor.ticketFor(`shade-${index}.jpg`, 'image/jpeg', bytes.length)),
  );
  const accepted = new Set<Ticket>();
  const upload = async (ticket: Ticket): Promise<void> => {
    const response = await runtime.editor.post(moved(ticket), pictures[tickets.indexOf(ticket)] ?? Buffer.of());
    if (response.ok) accepted.add(ticket);
  };
  // The twentieth upload that is accepted pulls the plug; the others are on their way then, or refused a connection.
  let pulled: Promise<void> | undefined;
  await Promise.allSettled(
    tickets.map(async (ticket) => {
      await upload(ticket);
      if (accepted.size >= 20) pulled ??= crash();
    }),
  );
  await pulled;

  const states = async (): Promise<Asset[]> => runtime.editor.assets();
  const isReady = ({ state }: Asset): boolean => state === 'ready';
  await Promise.all(tickets.filter((ticket) => !accepted.has(ticket)).map(upload));
  expect(accepted.size).toBe(UPLOADS);
  await expect.poll(async () => (await states()).filter(isReady).length, WAIT).toBeGreaterThan(10);
  await crash();

  await expect.poll(async () => (await states()).filter(isReady).length, WAIT).toBe(UPLOADS);
  const wanted: string[] = [];
  for (const { assetId } of tickets) {
    const { renditions = [], manifest } = await runtime.editor.asset(assetId);
    expect(renditions.length).toBeGreaterThan(0);
    expect(renditions.filter(({ state }) => state !== 'ready')).toEqual([]);
    wanted.push(...renditions.map(({ path = '' }) => path), manifest ?? '');
  }
  const keys = wanted.map((path) => path.slice(1).replace(/\?.*/, ''));
  expect((await mediaKeys()).sort()).toEqual(keys.sort());
  for (const path of wanted.filter((_, index) => index % 25 === 0))
    expect((await runtime.editor.published(path)).status, path).toBe(200);
}, 300_000);
