import { isObject, type Json, type JsonObject } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import { StateError } from '../language/state-error.ts';

/** The payload of a Lambda answer as JSON. Throws the function's own error where it failed. */
export const payloadOf = (answer: JsonObject): Json => {
  const text = payloadText(answer);
  const payload = parsed(text);
  if (answer.FunctionError === undefined || answer.FunctionError === null) return payload;
  const errorType = isObject(payload) && typeof payload.errorType === 'string' ? payload.errorType : 'Lambda.Unknown';
  throw new StateError(errorType, text);
};

/** What the function answered, as it stands. */
export const payloadText = ({ Payload: payload }: { Payload?: unknown }): string =>
  typeof payload === 'string' ? payload : payload instanceof Uint8Array ? Buffer.from(payload).toString() : '';

const parsed = (text: string): Json => {
  try {
    return readText(text);
  } catch {
    return text;
  }
};
