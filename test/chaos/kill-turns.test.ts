import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../services/chat/model/message.ts';
import { answered, type Fan, openFan } from '../end-to-end/fan.ts';
import { crashed, type RuntimeProcess, startProcess } from './runtime-process.ts';

const FANS = 40;
const QUESTIONS = 5;
/** Questions that are taken when the power goes. */
const KILLED_AT = [60, 140];
const WAIT = { timeout: 120_000, interval: 250 };

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

/** Tries until it is done, as a browser does whose requests do not get through, or that is told to wait. */
const insist = async <Result>(act: () => Promise<Result | undefined>): Promise<Result> => {
  let result: Result | undefined;
  const trying = async (): Promise<boolean> => {
    result ??= await act().catch(() => undefined);
    return result !== undefined;
  };
  await expect.poll(trying, WAIT).toBe(true);
  return result as Result;
};

/** A browser tab that follows a conversation, again and again from where it was. */
const follow = (fan: Fan): { shown: Message[]; end: () => void } => {
  const shown: Message[] = [];
  let over = false;
  const again = async (): Promise<void> => {
    const socket = await insist(() => fan.follow(shown.length));
    let taken = 0;
    const look = (): void => {
      for (const message of socket.told.slice(taken)) if (message.seq === shown.length + 1) shown.push(message);
      taken = socket.told.length;
    };
    socket.client.on('message', look);
    look();
    socket.client.once('close', () => over || void again().catch(() => {}));
  };
  void again().catch(() => {});
  return {
    shown,
    end: () => {
      over = true;
      fan.hangUp();
    },
  };
};

test('questions survive kills of the whole runtime: each that was taken is answered once, in order, and its fan sees it', async () => {
  const fans = await Promise.all(
    Array.from({ length: FANS }, (_, index) =>
      insist(() => openFan(() => runtime.siteUrl, { from: `127.0.1.${index + 1}` })),
    ),
  );
  const tabs = fans.map(follow);
  let taken = 0;
  let kills = 0;
  let crash: Promise<void> | undefined;

  const pull = async (): Promise<void> => {
    taken += 1;
    if (crash || taken < (KILLED_AT[kills] ?? Number.POSITIVE_INFINITY)) return;
    kills += 1;
    crash = crashed(runtime, dataFolder).then((next) => {
      runtime = next;
      crash = undefined;
    });
  };
  const asked = await Promise.all(
    fans.map(async (fan) => {
      const turnIds = Array.from({ length: QUESTIONS }, () => randomUUID());
      for (const turnId of turnIds) {
        await insist(async () => {
          const { status } = await fan.ask(`What of ${turnId}?`, turnId);
          return status === 202 ? true : undefined;
        });
        await pull();
      }
      return turnIds;
    }),
  );
  await crash;
  expect(kills).toBe(KILLED_AT.length);
  for (const [index, fan] of fans.entries()) {
    const turnIds = asked[index] ?? [];
    await expect.poll(async () => answered(QUESTIONS)(await insist(() => fan.read())), WAIT).toBe(true);
    const messages = await fan.read();
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    const finals = messages.flatMap((message) => (message.type === 'final' ? [message.turnId] : []));
    expect(finals).toEqual(turnIds);
    await expect.poll(() => tabs[index]?.shown.length, WAIT).toBe(messages.length);
    expect(tabs[index]?.shown).toEqual(messages);
    tabs[index]?.end();
  }
}, 600_000);
