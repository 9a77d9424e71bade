import { isObject, type Json, type JsonObject } from '../language/json.ts';

const cased = (value: Json, change: (letter: string) => string): Json => {
  if (Array.isArray(value)) return value.map((item) => cased(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [change(key.charAt(0)) + key.slice(1), cased(member, change)]),
  );
};

/** Members as APIs with lower camel case have them; Step Functions writes every member upper camel case. */
export const lowerFirst = (value: JsonObject): JsonObject =>
  cased(value, (letter) => letter.toLowerCase()) as JsonObject;

export const upperFirst = (value: JsonObject): JsonObject =>
  cased(value, (letter) => letter.toUpperCase()) as JsonObject;
