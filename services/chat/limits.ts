import * as z from 'zod';
import { Refusal } from '../shared/refusal.ts';

/** Tokens that come a second, and how many a bucket holds. */
export const Rate = z.strictObject({ perSecond: z.number().positive(), burst: z.int().positive() });
export type Rate = z.infer<typeof Rate>;

/** What fans may do: each conversation, each network address, and all of them together. */
export const Limits = z.strictObject({
  turnsOfConversation: Rate,
  turnsOfAddress: Rate,
  conversationsOfAddress: Rate,
  turns: Rate,
});
export type Limits = z.infer<typeof Limits>;

/** Says how to read the limits that a function's declaration sets. Throws where they cannot be read. */
export const limitsFrom = (text: string): Limits => Limits.parse(JSON.parse(text));

/**
 * A bucket as one number: the moment, in milliseconds since the epoch, at which it is full again (the generic cell rate algorithm,
 * ITU-T I.371). Answers the number after a token was taken, or in how many milliseconds there is one.
 */
export const takeFrom = (
  fullAt: number | undefined,
  { perSecond, burst }: Rate,
  now: number,
): { fullAt: number } | { wait: number } => {
  const cost = 1000 / perSecond;
  const from = Math.max(fullAt ?? 0, now);
  const wait = from - now - (burst - 1) * cost;
  return wait > 0 ? { wait } : { fullAt: from + cost };
};

/** A token that is taken with something else; `fullAt` of the bucket as it was read. */
export type Take = { bucket: string; rate: Rate; now: number; fullAt?: number };

/** Tokens a second that one part of a bucket gives at most: writes of one item of a table get into each other's way. */
const OF_ONE_PART = 25;

/** One part of the bucket of all, at random, and its rate. */
export const shareOfAll = ({ perSecond, burst }: Rate, random: number): { bucket: string; rate: Rate } => {
  const parts = Math.max(1, Math.ceil(perSecond / OF_ONE_PART));
  return {
    bucket: `turns#${Math.floor(random * parts)}`,
    rate: { perSecond: perSecond / parts, burst: Math.ceil(burst / parts) },
  };
};

/** A `Refusal` (429) that says how long to wait, in milliseconds. */
export const tooFast = (says: string, wait: number): Refusal => {
  const seconds = Math.ceil(wait / 1000);
  return new Refusal(429, 'too-fast', `${says} Try again in ${seconds} s.`, undefined, undefined, seconds);
};

export type TakeToken = (bucket: string, rate: Rate, now: number) => Promise<number>;

/** One bucket that an action takes from, and what is said where it is empty. */
export type Bucket = { name: string; rate: Rate; says: string };

/**
 * Takes a token from each bucket, in turn: where one is empty nothing is taken from those behind it, so that nobody uses up what all
 * have. Throws a `Refusal` (429) with the time to wait.
 */
export const takeAll = async (take: TakeToken, buckets: readonly Bucket[], now: number): Promise<void> => {
  for (const { name, rate, says } of buckets) {
    const wait = await take(name, rate, now);
    if (wait > 0) throw tooFast(says, wait);
  }
};
