import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
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

/** A browser tab that follows a conversation, again and again from where it was; it asks for what it has missed. */
const follow = (fan: Fan) => {
  const shown: Message[] = [];
  let client: WebSocket | undefined;
  let over = false;
  const ask = (): void => {
    if (client?.readyState === client?.OPEN) client?.send(JSON.stringify({ action: 'resume', after: shown.length }));
  };
  const again = async (): Promise<void> => {
    const socket = await insist(() => fan.follow(shown.length));
    client = socket.client;
    let taken = 0;
    const look = (): void => {
      const fresh = socket.told.slice(taken);
      taken = socket.told.length;
      for (const message of fresh) if (message.seq === shown.length + 1) shown.push(message);
      if (fresh.some(({ seq }) => seq > shown.length)) ask();
    };
    socket.client.on('message', look);
    look();
    socket.client.once('close', () => over || void again().catch(() => {}));
  };
  void again().catch(() => {});
  return {
    shown,
    /** Asks for what it has not seen, as a tab does after a silence. */
    ask,
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
    const tab = tabs[index];
    const seen = (): number | undefined => {
      if (tab?.shown.length !== messages.length) tab?.ask();
      return tab?.shown.length;
    };
    await expect.poll(seen, { ...WAIT, interval: 1000 }).toBe(messages.length);
    expect(tab?.shown).toEqual(messages);
    tab?.end();
  }
}, 600_000);
