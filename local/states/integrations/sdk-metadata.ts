import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../language/json.ts';

/** What is told of the HTTP answer behind a result. */
export type Answered = {
  /** Milliseconds since the epoch. */
  at: number;
  /** Its headers but for the date and the request's id, as the service spells them. */
  headers: Readonly<Record<string, string>>;
  requestId?: string;
};

/** What optimised integrations add to a service's answer; members stand in the order of their names, as AWS has them. */
export const withMetadata = (answer: JsonObject, { at, headers, requestId = randomUUID() }: Answered): JsonObject => {
  const all = { 'x-amzn-RequestId': requestId, ...headers, Date: new Date(at).toUTCString() };
  return sorted({
    ...answer,
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
      HttpHeaders: sorted(all),
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  });
};

/** Headers of a service that answers JSON: `body` is what it sent. */
export const jsonHeaders = (body: string): Record<string, string> => ({
  connection: 'keep-alive',
  'Content-Length': String(Buffer.byteLength(body)),
  'Content-Type': 'application/x-amz-json-1.0',
});

const sorted = (object: JsonObject): JsonObject => {
  const byName = ([one]: [string, unknown], [other]: [string, unknown]): number =>
    one.toLowerCase() < other.toLowerCase() ? -1 : 1;
  return Object.fromEntries(Object.entries(object).sort(byName));
};
