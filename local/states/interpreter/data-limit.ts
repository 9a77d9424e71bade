import type { Json } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';

/** Most bytes of UTF-8 that the input or output of a state may have. */
export const DATA_LIMIT = 262_144;

/** Throws `States.DataLimitExceeded` where a value is over AWS's limit; `source` is the state or the task's resource. */
export const checkSize = (value: Json, source: string): void => {
  if (most(value, DATA_LIMIT) <= DATA_LIMIT) return;
  const text = textOf(value);
  // A UTF-16 unit takes at most 3 bytes, so short texts need no counting.
  if (text.length * 3 <= DATA_LIMIT || Buffer.byteLength(text) <= DATA_LIMIT) return;
  throw tooLarge(source);
};

/**
 * A bound of the bytes that a value takes as JSON, found without writing it; counting ends above `enough`. A UTF-16 unit
 * takes at most 6 bytes, escaped.
 */
const most = (value: Json, enough: number): number => {
  if (typeof value === 'string') return 2 + value.length * 6;
  if (typeof value !== 'object' || value === null) return LONGEST_NUMBER;
  let bytes = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      bytes += 1 + most(item, enough);
      if (bytes > enough) break;
    }
    return bytes;
  }
  for (const key in value) {
    bytes += 4 + key.length * 6 + most(value[key] ?? null, enough);
    if (bytes > enough) break;
  }
  return bytes;
};

/** Such as -1.2345678901234567e-100. */
const LONGEST_NUMBER = 25;

export const tooLarge = (source: string): StateError =>
  new StateError(
    'States.DataLimitExceeded',
    `The state/task '${source}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
