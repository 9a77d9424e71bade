import type { Json } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';

/** Most bytes of UTF-8 that the input or output of a state may have. */
export const DATA_LIMIT = 262_144;

/** Throws `States.DataLimitExceeded` where a value is over AWS's limit; `source` is the state or the task's resource. */
export const checkSize = (value: Json, source: string): void => {
  const text = textOf(value);
  // A UTF-16 unit takes at most 3 bytes, so short texts need no counting.
  if (text.length * 3 <= DATA_LIMIT || Buffer.byteLength(text) <= DATA_LIMIT) return;
  throw tooLarge(source);
};

export const tooLarge = (source: string): StateError =>
  new StateError(
    'States.DataLimitExceeded',
    `The state/task '${source}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
