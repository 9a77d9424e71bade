import type { WireRequest } from '../front-door/canonical.ts';

/** A request as it reached an API or a distribution. `path` is as sent, still percent-encoded. */
export type ApiRequest = {
  method: string;
  path: string;
  query: string;
  /** Names in lower case; repeated headers joined by commas. */
  headers: Readonly<Record<string, string>>;
  cookies: readonly string[];
  body: Buffer;
  sourceIp: string;
  /** Names as the client wrote them, each with its value. */
  rawHeaders?: readonly (readonly [string, string])[];
  /** The request as it came over the wire, for its signature. */
  wire?: WireRequest;
};

/** Parameters of a query in their order, percent-decoded; a plus sign is a space. */
export const queryOf = (query: string): [string, string][] => [...new URLSearchParams(query)];

/** A part of a path without its percent-encoding; as it is where that is broken. */
export const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** Names with all their values. */
export const multiValued = (pairs: readonly (readonly [string, string])[]): Record<string, string[]> => {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
};

/** Names with the last of their values, as events of payload 1.0 have them. */
export const lastValued = (pairs: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(pairs);
