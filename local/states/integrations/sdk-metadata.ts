import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../language/json.ts';

/** What optimised integrations add to a service's answer. */
export const withMetadata = (answer: JsonObject, contentType = 'application/x-amz-json-1.0'): JsonObject => {
  const requestId = randomUUID();
  const length = String(Buffer.byteLength(JSON.stringify(answer)));
  return {
    ...answer,
    SdkHttpMetadata: {
      AllHttpHeaders: {
        'x-amzn-RequestId': [requestId],
        'Content-Length': [length],
        'Content-Type': [contentType],
      },
      HttpHeaders: { 'Content-Length': length, 'Content-Type': contentType, 'x-amzn-RequestId': requestId },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  };
};
