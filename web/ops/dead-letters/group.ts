import type { Letter } from './letter.ts';

/** Letters of one queue with one error. */
export type LetterGroup = {
  key: string;
  queue: string;
  error: string;
  kind: Letter['kind'];
  /** The oldest first: it waits the longest. */
  letters: Letter[];
  oldest: number;
};

/** Groups letters by source and error; the largest group first, of equal ones the one that waits longest. */
export const groupLetters = (letters: readonly Letter[]): LetterGroup[] => {
  const groups = new Map<string, LetterGroup>();
  for (const letter of [...letters].sort((one, other) => one.sentAt - other.sentAt)) {
    const key = `${letter.queue.name} ${letter.error}`;
    const group = groups.get(key);
    if (group) group.letters.push(letter);
    else
      groups.set(key, {
        ...{ key, queue: letter.queue.name, error: letter.error, kind: letter.kind },
        ...{ letters: [letter], oldest: letter.sentAt },
      });
  }
  return [...groups.values()].sort(
    (one, other) => other.letters.length - one.letters.length || one.oldest - other.oldest,
  );
};

const CODES: Readonly<Record<string, string>> = {
  NO_PERMISSIONS: 'EventBridge may not call the target: the rule’s role or the function’s policy lacks the grant.',
  FAILED_TO_ASSUME_ROLE: 'EventBridge may not take the rule’s role on.',
  NO_RESOURCE: 'The target is not there.',
  INVALID_JSON: 'The target did not take the event as JSON.',
  INVALID_PARAMETER: 'The target refused the call as it was made.',
  THROTTLING: 'The target had too much to do, for as long as the rule tried.',
  INTERNAL_ERROR: 'The target’s service was in trouble, for as long as the rule tried.',
  SDK_CLIENT_ERROR: 'EventBridge did not get through to the target.',
  ERROR_FROM_TARGET: 'The target answered with an error.',
  RetriesExhausted: 'The function failed at every attempt.',
  EventAgeExceeded: 'Lambda had no room for it before it was too old.',
  ZeroReservedConcurrency: 'The function’s concurrency is set to none.',
  SetAside: 'No later attempt could have announced this record.',
};

/** What an error of a dead letter means, in a sentence; undefined where it is a function's own. */
export const meaningOf = (error: string): string | undefined => CODES[error];
