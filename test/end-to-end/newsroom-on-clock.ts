import { expect } from 'vitest';
import type { VirtualClock } from '../../local/clock.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';

/** Asks the runtime in process: a request over HTTP is signed with the machine's time. */
const OWNER = { arn: 'arn:aws:iam::000000000000:root', accountId: '000000000000', policies: 'administrator' } as const;

/**
 * Lets functions, which run by the machine's time, come to their end, and whatever waits for the clock with them: between two looks
 * the clock moves on by what the machine's did, or by `step` milliseconds where that is more.
 */
export const settleOnClock = async (clock: VirtualClock, test: () => Promise<boolean>, step = 10): Promise<void> => {
  let looked = performance.now();
  await expect
    .poll(
      async () => {
        const passed = Math.round(performance.now() - looked);
        looked += passed;
        await clock.advance(Math.max(step, passed));
        return test();
      },
      { timeout: 60_000, interval: 20 },
    )
    .toBe(true);
};

/** A newsroom whose time moves only when told to. */
export const openOnClock = async (clock: VirtualClock, dataFolder?: string): Promise<Newsroom> => {
  let opened: Newsroom | undefined;
  const opening = startNewsroom({ clock, dataFolder }).then((room) => {
    opened = room;
  });
  while (!opened) {
    await clock.advance(10);
    await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, 5))]);
  }
  return opened;
};

/** What the chatbot hears of: it then asks again what it could not answer. */
const HEARD = new Set(['ContentPublished', 'SiteRefreshed', 'SiteRebuilt']);

/**
 * Sees that the chatbot is done with all that was published within the hour. It listens behind a publication, so without this a test that moves
 * its clock far on has a function at work meanwhile, whose credentials are of long ago by then.
 */
export const chatbotHasHeard = async (clock: VirtualClock, { seen, runtime, physicalId }: Newsroom): Promise<void> => {
  const logGroupName = physicalId('ListeningAskAgainLog', 'AWS::Logs::LogGroup');
  const filterPattern = '{ $.type = "platform.report" && $.record.status = "success" }';
  // Older logs may have expired.
  const startTime = clock.now() - 3_600_000;
  await settleOnClock(clock, async () => {
    const input = { logGroupName, filterPattern, startTime };
    const { events } = await runtime.cloud.call('logs', 'FilterLogEvents', input, OWNER);
    const said = seen.filter(({ 'detail-type': type, time }) => HEARD.has(type) && Date.parse(time) >= startTime);
    return (events as unknown[]).length >= said.length;
  });
};

/** Publishes items together, and sees that they are live. */
export const publishOnClock = async (clock: VirtualClock, room: Newsroom, ids: readonly string[]): Promise<void> => {
  const items = ids.map((itemId) => ({ itemId }));
  const { publicationId } = await room.must('POST', '/content/publications', { kind: 'publish', items });
  await settleOnClock(
    clock,
    async () => (await room.must('GET', `/content/publications/${publicationId}`)).state === 'live',
  );
};
