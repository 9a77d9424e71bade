import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shade } from '../end-to-end/pictures.ts';
import { isAlive, type RuntimeProcess, StartRefusedError, startProcess } from './runtime-process.ts';

const UPLOADS = 100;
const WAIT = { timeout: 120_000, interval: 1_000 };

let dataFolder: string;
let runtime: RuntimeProcess;
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'marquee-chaos-'));
  runtime = await startProcess(dataFolder);
});
afterAll(async () => {
  await runtime?.kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a second runtime on the same data is refused, and the first goes on', async () => {
  const second = startProcess(dataFolder);
  await expect(second).rejects.toThrow(StartRefusedError);
  await expect(second).rejects.toThrow(
    /is in use by another runtime\. Stop that one, or name another folder with --data\. It is process \d+, stage test, .*\nexit code 1/,
  );
  expect((await runtime.editor.request('GET', '/assets')).status).toBe(200);
});

test('a hundred uploads at once end ready', async () => {
  const pictures = await Promise.all(Array.from({ length: UPLOADS }, (_, index) => shade(index, 24, 16)));
  const answers = await Promise.all(
    pictures.map(async (bytes, index) => {
      const ticket = await runtime.editor.ticketFor(`shade-${index}.jpg`, 'image/jpeg', bytes.length);
      return (await runtime.editor.post(ticket, bytes)).status;
    }),
  );
  expect(answers.filter((status) => status !== 204)).toEqual([]);
  const states = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { state } of await runtime.editor.assets()) counts[state] = (counts[state] ?? 0) + 1;
    return counts;
  };
  await expect.poll(states, WAIT).toEqual({ ready: UPLOADS });
}, 180_000);

test('stopped in the ordinary way it ends everything that it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-chaos-'));
  const other = await startProcess(folder);
  const processes = other.processes();
  expect(processes.length).toBeGreaterThan(1);
  await other.stop();
  await expect.poll(() => processes.filter(isAlive), WAIT).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
