import type { Message } from '@aws-sdk/client-sqs';
import { call } from '../aws/call.ts';
import type { Queue } from '../system/system.ts';
import { type Letter, readLetter } from './letter.ts';

/** How long what was read is hidden from others, in seconds: long enough to page through a queue without seeing one twice. */
export const SHOWN_FOR = 15;

/** How long what is worked on is hidden from others, in seconds. */
export const HELD_FOR = 120;

/** SQS gives ten at a time. */
const PAGE = 10;

type Receive = (queue: Queue, seconds: number, signal?: AbortSignal) => Promise<Message[]>;

const receive: Receive = async ({ url }, seconds, signal) => {
  const { Messages = [] } = await call(
    'sqs',
    'ReceiveMessage',
    {
      QueueUrl: url,
      MaxNumberOfMessages: PAGE,
      VisibilityTimeout: seconds,
      // Waiting a moment asks all of SQS's servers, not some of them.
      WaitTimeSeconds: 1,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
    },
    signal,
  );
  return Messages;
};

/**
 * Reads what a queue has, at most `limit`, ten at a time until nothing comes any more or one comes twice. What others hold is
 * not among them. Throws `AwsCallError`.
 */
export const readQueue = async (
  queue: Queue,
  options: { limit: number; expected: number; seconds?: number; signal?: AbortSignal },
): Promise<Letter[]> => {
  const { limit, expected, seconds = SHOWN_FOR, signal } = options;
  const found = new Map<string, Letter>();
  while (found.size < limit) {
    const asked = Date.now();
    const messages = await receive(queue, seconds, signal);
    const before = found.size;
    for (const message of messages) {
      const letter = readLetter(message, queue, asked + seconds * 1000);
      found.set(letter.id, letter);
    }
    // A queue that gave fewer than fit, and all that it said it had, has no more.
    const isThrough = messages.length < PAGE && found.size >= expected;
    if (found.size === before || isThrough) break;
  }
  return [...found.values()];
};

/** Terminal for now: somebody else works on the message, or it is gone. */
export class NotThereError extends Error {
  override name = 'NotThere';
}

/** Hides a letter from others for as long as it is worked on. Undefined where its handle has run out. */
const holdOn = async (letter: Letter): Promise<Letter | undefined> => {
  if (Date.now() > letter.hiddenUntil - 1000) return undefined;
  const asked = Date.now();
  try {
    await call('sqs', 'ChangeMessageVisibility', {
      QueueUrl: letter.queue.url,
      ReceiptHandle: letter.handle,
      VisibilityTimeout: HELD_FOR,
    });
    return { ...letter, hiddenUntil: asked + HELD_FOR * 1000 };
  } catch {
    // It ran out on the way, or was deleted: the queue itself tells which.
    return undefined;
  }
};

/**
 * Takes letters of one queue so that nobody else has them at the same time, by id; what others have, or what is gone, is
 * missing in the answer. Messages that came along are given back at once. Throws `AwsCallError`.
 */
export const takeLetters = async (letters: readonly Letter[]): Promise<Map<string, Letter>> => {
  const taken = new Map<string, Letter>();
  const sought = new Set<string>();
  for (const letter of letters) {
    const held = await holdOn(letter);
    if (held) taken.set(letter.id, held);
    else sought.add(letter.id);
  }
  const [first] = letters;
  if (!first || sought.size === 0) return taken;
  const strangers: Letter[] = [];
  const seen = new Set<string>();
  while (sought.size > 0) {
    const asked = Date.now();
    const messages = await receive(first.queue, HELD_FOR);
    const fresh = messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) break;
    for (const message of fresh) {
      const letter = readLetter(message, first.queue, asked + HELD_FOR * 1000);
      seen.add(letter.id);
      if (sought.delete(letter.id)) taken.set(letter.id, letter);
      else strangers.push(letter);
    }
  }
  await Promise.all(strangers.map(giveBack));
  return taken;
};

/** Lets others see a letter again. What fails here heals by itself, when its time is over. */
export const giveBack = async ({ queue, handle }: Pick<Letter, 'queue' | 'handle'>): Promise<void> => {
  try {
    await call('sqs', 'ChangeMessageVisibility', {
      QueueUrl: queue.url,
      ReceiptHandle: handle,
      VisibilityTimeout: 0,
    });
  } catch {
    // SQS shows it again in any case.
  }
};

/** Deletes a letter that is held. Throws `AwsCallError`. */
export const deleteLetter = async ({ queue, handle }: Letter): Promise<void> =>
  void (await call('sqs', 'DeleteMessage', { QueueUrl: queue.url, ReceiptHandle: handle }));
