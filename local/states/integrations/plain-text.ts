import type { Json } from '../language/json.ts';
import { textOf } from '../language/json-text.ts';

/** A value where an API takes a text: a string as it is, anything else as JSON. */
export const plainText = (value: Json): string => (typeof value === 'string' ? value : textOf(value));
