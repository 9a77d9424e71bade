import { isObject, type Json, type JsonObject } from '../language/json.ts';
import { lowerFirst, upperFirst } from './casing.ts';
import { sdkFailure } from './failure.ts';
import type { Integration } from './integration.ts';
import { plainText } from './plain-text.ts';
import { s3Request } from './s3.ts';

type SdkService = {
  /** The signing name, where it is not the SDK's name. */
  service?: string;
  /** What errors of the service begin with. */
  prefix: string;
  /** Whether the API's members begin with a small letter. */
  lowerCamel?: boolean;
  /** Whether the API's times are seconds since the epoch, which the SDK reads as moments. */
  seconds?: boolean;
  /** What becomes of the arguments, beside the case of their names. */
  request?: (input: JsonObject, action: string) => JsonObject;
};

/** Members as text, where they are not: JSON that the API takes as a string. */
const asTexts =
  (...members: string[]) =>
  (input: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(input)
        .filter(([member, value]) => !members.includes(member) || value !== null)
        .map(([member, value]) => [member, members.includes(member) ? plainText(value) : value]),
    );

/** Services by the name that Step Functions has for their SDK. */
const SERVICES: Readonly<Record<string, SdkService>> = {
  cloudformation: { prefix: 'CloudFormation' },
  cloudfront: { prefix: 'CloudFront' },
  cloudwatchlogs: { service: 'logs', prefix: 'CloudWatchLogs', lowerCamel: true },
  cognitoidentityprovider: { service: 'cognito-idp', prefix: 'CognitoIdentityProvider', seconds: true },
  dynamodb: { prefix: 'DynamoDb', seconds: true },
  dynamodbstreams: { service: 'streams.dynamodb', prefix: 'DynamoDbStreams', seconds: true },
  eventbridge: { service: 'events', prefix: 'EventBridge', seconds: true, request: entryTexts },
  lambda: { prefix: 'Lambda', request: asTexts('Payload') },
  s3: { prefix: 'S3', request: s3Request },
  scheduler: { prefix: 'Scheduler', seconds: true },
  sfn: {
    service: 'states',
    prefix: 'Sfn',
    lowerCamel: true,
    seconds: true,
    request: asTexts('Input', 'Output', 'Definition'),
  },
  sns: { prefix: 'Sns', request: asTexts('Message') },
  sqs: { prefix: 'Sqs', request: asTexts('MessageBody') },
  sts: { prefix: 'Sts' },
};

/** An event's detail may be JSON, which the API wants as text. */
function entryTexts(input: JsonObject): JsonObject {
  const { Entries } = input;
  if (!Array.isArray(Entries)) return input;
  return { ...input, Entries: Entries.map((entry) => (isObject(entry) ? asTexts('Detail')(entry) : entry)) };
}

/** `arn:aws:states:::aws-sdk:<service>:<action>`: any operation of any service that the runtime has. */
export const awsSdk = (name: string, action: string): Integration => {
  const known = SERVICES[name] ?? { prefix: name.charAt(0).toUpperCase() + name.slice(1) };
  return {
    resourceType: `aws-sdk:${name}`,
    service: known.service ?? name,
    patterns: () => ['RequestResponse', 'waitForTaskToken'],
    request: (input) => {
      const request = known.request?.(input, action) ?? input;
      return known.lowerCamel ? lowerFirst(request) : request;
    },
    // Only where the API's own members begin small: what stands in DynamoDB's maps are names, not members.
    result: (answer) => {
      const result = plain(answer, known.seconds ?? false) as JsonObject;
      return known.lowerCamel ? upperFirst(result) : result;
    },
    failure: sdkFailure(known.prefix),
  };
};

/** A moment as the SDK writes it. */
const moment = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** An answer as JSON: bytes as text, moments as ISO 8601, and nothing that is undefined. */
const plain = (value: unknown, seconds: boolean, member = ''): Json => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (value instanceof Date) return moment(value.getTime());
  if (seconds && typeof value === 'number' && /(Date|DateTime|[tT]imestamp|Time)$/.test(member))
    return moment(value * 1000);
  if (Array.isArray(value)) return value.map((item) => plain(item, seconds));
  if (!isObject(value)) return value as Json;
  const members = Object.entries(value).filter(([, each]) => (each as unknown) !== undefined);
  return Object.fromEntries(members.map(([key, each]) => [key, plain(each, seconds, key)]));
};
