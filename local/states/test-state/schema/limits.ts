import { ENUMS } from './enums.ts';
import type { Schema } from './schema-of.ts';

/** What a member may be beyond its type: values or length of a text, bounds of a number. */
export type Limit = {
  values?: readonly string[];
  least?: number;
  most?: number;
  shortest?: number;
  longest?: number;
};

/** Numbers and lengths from AWS's API references, by the same names as `ENUMS`. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference
  dynamodb: {
    IndexName: { shortest: 3, longest: 255 },
    ItemCount: { least: 0 },
    ReadCapacityUnits: { least: 0 },
    WriteCapacityUnits: { least: 0 },
  },
  // https://docs.aws.amazon.com/eventbridge/latest/APIReference
  eventbridge: {
    'DescribeRule.Name': { shortest: 1, longest: 64 },
    EventPattern: { longest: 4096 },
    RetentionDays: { least: 0 },
    RuleArn: { shortest: 1, longest: 1600 },
  },
  // https://docs.aws.amazon.com/kms/latest/APIReference
  kms: {
    CiphertextBlob: { shortest: 1 },
    CiphertextForRecipient: { shortest: 1 },
    KeyId: { shortest: 1, longest: 2048 },
    Mac: { shortest: 1 },
    Plaintext: { shortest: 1 },
    PrivateKeyCiphertextBlob: { shortest: 1 },
    PrivateKeyPlaintext: { shortest: 1 },
    PublicKey: { shortest: 1 },
    Signature: { shortest: 1 },
  },
  // https://docs.aws.amazon.com/lambda/latest/api
  lambda: {
    BatchSize: { least: 1, most: 10_000 },
    Description: { longest: 256 },
    FunctionName: { shortest: 1, longest: 170 },
    Handler: { longest: 128 },
    MaximumBatchingWindowInSeconds: { least: 0, most: 300 },
    MaximumRecordAgeInSeconds: { least: -1, most: 604_800 },
    MemorySize: { least: 128, most: 10_240 },
    ParallelizationFactor: { least: 1, most: 10 },
    ReservedConcurrentExecutions: { least: 0 },
    Size: { least: 512, most: 10_240 },
    Timeout: { least: 1 },
    TumblingWindowInSeconds: { least: 0, most: 900 },
    Version: { shortest: 1, longest: 1024 },
  },
  // https://docs.aws.amazon.com/step-functions/latest/apireference
  sfn: {
    ActivityArn: { shortest: 1, longest: 256 },
    Cause: { longest: 32_768 },
    Error: { longest: 256 },
    ExecutionArn: { shortest: 1, longest: 256 },
    Input: { longest: 262_144 },
    MapRunArn: { shortest: 1, longest: 2000 },
    Name: { shortest: 1, longest: 80 },
    Output: { longest: 262_144 },
    RedriveCount: { least: 0 },
    StateMachineAliasArn: { shortest: 1, longest: 256 },
    StateMachineArn: { shortest: 1, longest: 256 },
    StateMachineVersionArn: { shortest: 1, longest: 256 },
    TaskToken: { shortest: 1, longest: 2048 },
    TraceHeader: { longest: 256 },
  },
};

/** What AWS's API reference says of a member of an operation's answer. */
export const limitOf = ({ service, operation }: Schema, member: string): Limit => {
  const words = ENUMS[service]?.[`${operation}.${member}`] ?? ENUMS[service]?.[member];
  const bounds = LIMITS[service]?.[`${operation}.${member}`] ?? LIMITS[service]?.[member] ?? {};
  return words === undefined ? bounds : { ...bounds, values: words.split(/\s+/) };
};
