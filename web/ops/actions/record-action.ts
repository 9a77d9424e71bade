import { call } from '../aws/call.ts';

/** Something that an operator did and that AWS itself keeps nowhere. */
export type Action = {
  action: 'discard-dead-letter' | 'edit-dead-letter';
  /** The role that did it, and the person where they said so. */
  role: string;
  person?: string;
  reason: string;
  /** What it was done to: `queue` and `message`. */
  on: Readonly<Record<string, string>>;
  /** All of what is no longer anywhere else. */
  body: string;
};

/** Letters of a body in one line of the log: a line has at most 256 KiB, and a letter takes up to six bytes of it. */
const PART = 40_000;

/** The lines that an action is written down in: one, or several where the body is too long for one. */
export const actionLines = (action: Action): string[] => {
  const { body, ...about } = action;
  const parts = Math.max(1, Math.ceil(body.length / PART));
  return Array.from({ length: parts }, (_, part) =>
    JSON.stringify({
      ...about,
      ...(parts > 1 && { part: part + 1, parts }),
      body: body.slice(part * PART, (part + 1) * PART),
    }),
  );
};

/** Writes down what an operator is about to do; what is not written down is not done. Throws `AwsCallError`. */
export const recordAction = async (logGroupName: string, action: Action): Promise<void> => {
  const now = new Date();
  const logStreamName = `${now.toISOString().slice(0, 10)}/${crypto.randomUUID()}`;
  await call('logs', 'CreateLogStream', { logGroupName, logStreamName });
  // One call a line: what one call takes is limited too.
  for (const message of actionLines(action)) {
    const { rejectedLogEventsInfo } = await call('logs', 'PutLogEvents', {
      logGroupName,
      logStreamName,
      logEvents: [{ timestamp: now.getTime(), message }],
    });
    if (rejectedLogEventsInfo) throw new Error('CloudWatch Logs did not keep the record of this action.');
  }
};

/** An action as it was written down. */
export type Recorded = Action & { at: number };

/** Reads lines of the log back; the parts of one action are joined, the newest comes first. Lines of anything else are left out. */
export const readActions = (lines: readonly { message: string; at: number; stream: string }[]): Recorded[] => {
  const found = new Map<string, Recorded>();
  for (const { message, at, stream } of lines) {
    let read: Partial<Recorded>;
    try {
      read = JSON.parse(message) as Partial<Recorded>;
    } catch {
      continue;
    }
    if (typeof read?.action !== 'string' || typeof read.body !== 'string' || typeof read.on !== 'object') continue;
    const known = found.get(stream);
    if (known) known.body += read.body;
    else found.set(stream, { role: '', reason: '', ...read, at } as Recorded);
  }
  return [...found.values()].sort((one, other) => other.at - one.at);
};
