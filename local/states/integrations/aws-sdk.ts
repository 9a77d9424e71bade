import { isObject, type Json, type JsonObject } from '../language/json.ts';
import { lowerFirst, upperFirst } from './casing.ts';
import { sdkFailure } from './failure.ts';
import type { Integration } from './integration.ts';

type SdkService = {
  /** The signing name, where it is not the SDK's name. */
  service?: string;
  /** What errors of the service begin with. */
  prefix: string;
  /** Whether the API's members begin with a small letter. */
  lowerCamel?: boolean;
};

/** Services by the name that Step Functions has for their SDK. */
const SERVICES: Readonly<Record<string, SdkService>> = {
  cloudwatchlogs: { service: 'logs', prefix: 'CloudWatchLogs', lowerCamel: true },
  cognitoidentityprovider: { service: 'cognito-idp', prefix: 'CognitoIdentityProvider' },
  dynamodb: { prefix: 'DynamoDb' },
  eventbridge: { service: 'events', prefix: 'EventBridge' },
  lambda: { prefix: 'Lambda' },
  s3: { prefix: 'S3' },
  scheduler: { prefix: 'Scheduler' },
  sfn: { service: 'states', prefix: 'Sfn', lowerCamel: true },
  sns: { prefix: 'Sns' },
  sqs: { prefix: 'Sqs' },
};

/** `arn:aws:states:::aws-sdk:<service>:<action>`: any operation of any service that the runtime has. */
export const awsSdk = (name: string): Integration => {
  const known = SERVICES[name] ?? { prefix: name.charAt(0).toUpperCase() + name.slice(1) };
  return {
    resourceType: `aws-sdk:${name}`,
    service: known.service ?? name,
    patterns: () => ['RequestResponse', 'waitForTaskToken'],
    request: (input) => {
      const request = known.lowerCamel ? lowerFirst(input) : input;
      return name === 's3' || name === 'lambda' ? withTexts(request) : request;
    },
    // Only where the API's own members begin small: what stands in DynamoDB's maps are names, not members.
    result: (answer) => (known.lowerCamel ? upperFirst(plain(answer) as JsonObject) : (plain(answer) as JsonObject)),
    failure: sdkFailure(known.prefix),
  };
};

/** Bodies and payloads that are JSON are sent as text. */
const withTexts = (request: JsonObject): JsonObject => {
  const texts = ['Body', 'Payload'].filter((member) => request[member] !== undefined);
  const entries = texts.map((member) => [member, asText(request[member] ?? null)]);
  return { ...request, ...Object.fromEntries(entries) };
};

const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An answer as JSON: bytes as text, dates as ISO 8601, and nothing that is undefined. */
const plain = (value: unknown): Json => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value as Json;
  const members = Object.entries(value).filter(([, member]) => (member as unknown) !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, plain(member)]));
};
