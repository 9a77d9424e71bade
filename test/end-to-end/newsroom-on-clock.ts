import { vi } from 'vitest';
import type { VirtualClock } from '../../local/clock.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';

/**
 * Lets functions, which run by the machine's time, come to their end, and whatever waits for the clock with them: between two looks
 * the clock moves on by what the machine's did, or by `step` milliseconds where that is more.
 */
export const settleOnClock = async (clock: VirtualClock, test: () => Promise<boolean>, step = 10): Promise<void> => {
  let looked = performance.now();
  await vi.waitUntil(
    async () => {
      const passed = Math.round(performance.now() - looked);
      looked += passed;
      await clock.advance(Math.max(step, passed));
      return test();
    },
    // A look is often a request, which costs what is waited for its time.
    { timeout: 60_000, interval: 50 },
  );
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

const LIVE = 'ContentPublished';

/** Publishes items together, and sees that they are live. */
export const publishOnClock = async (clock: VirtualClock, room: Newsroom, ids: readonly string[]): Promise<void> => {
  const items = ids.map((itemId) => ({ itemId }));
  const { publicationId } = await room.must('POST', '/content/publications', { kind: 'publish', items });
  const isThis = ({ detail }: { detail: unknown }): boolean =>
    (detail as { data?: { publicationId?: string } }).data?.publicationId === publicationId;
  await settleOnClock(clock, async () => room.seen.some((event) => isThis(event) && event['detail-type'] === LIVE));
};
