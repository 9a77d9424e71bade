/**
 * AWS's list prices in US dollars, without free tiers, discounts or tax, as they were known on the day below. Not all of them
 * were looked up again then. These agreed with what was found:
 * - a state transition in the four regions, with a copy of AWS's own page of prices (undated, so perhaps an old one);
 * - a request and a GB-second of Lambda, a read and a write unit of DynamoDB in us-east-1, a GB of logs taken in or kept in
 *   us-east-1, with articles of others about AWS's prices.
 * The rest are AWS's published prices as they are generally known, and were not looked up again: Express workflows, events,
 * SQS, S3, and what DynamoDB and logs cost outside of the US. Whoever needs them exact looks at the pages of `SOURCES`.
 */
export const PRICES_AS_OF = '2026-09-23';

/** Where AWS publishes each price. */
export const SOURCES = {
  stepFunctions: 'https://aws.amazon.com/step-functions/pricing/',
  lambda: 'https://aws.amazon.com/lambda/pricing/',
  dynamodb: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  eventBridge: 'https://aws.amazon.com/eventbridge/pricing/',
  s3: 'https://aws.amazon.com/s3/pricing/',
  logs: 'https://aws.amazon.com/cloudwatch/pricing/',
  sqs: 'https://aws.amazon.com/sqs/pricing/',
} as const;

/** Prices of one unit each. A GB-second is of memory; first tiers, which a launch does not leave. */
export type Prices = {
  /** Standard workflows, from the first on. */
  transition: number;
  expressRequest: number;
  expressGbSecond: number;
  lambdaRequest: number;
  /** arm64, which Marquee's functions run on, and x86_64. */
  lambdaGbSecondArm: number;
  lambdaGbSecondX86: number;
  /** DynamoDB on demand: 1 KB written, or 4 KB read consistently. */
  writeUnit: number;
  readUnit: number;
  /** One of 64 KB, to a bus of one's own. */
  event: number;
  /** PUT, COPY, POST, LIST; and GET, HEAD. */
  s3Put: number;
  s3Get: number;
  /** Taken in by CloudWatch Logs, a GB. */
  logsGb: number;
  /** Kept for a month, a GB: in CloudWatch Logs, where it lies compressed, and in S3. */
  logsGbMonth: number;
  s3GbMonth: number;
  sqsRequest: number;
};

/** The same in every region that is listed here. */
const EVERYWHERE = {
  transition: 0.025 / 1000,
  expressRequest: 1 / 1e6,
  expressGbSecond: 0.00001667,
  lambdaRequest: 0.2 / 1e6,
  lambdaGbSecondArm: 0.0000133334,
  lambdaGbSecondX86: 0.0000166667,
  event: 1 / 1e6,
  sqsRequest: 0.4 / 1e6,
};

const US = {
  ...EVERYWHERE,
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  s3Put: 0.005 / 1000,
  s3Get: 0.0004 / 1000,
  logsGb: 0.5,
  logsGbMonth: 0.03,
  s3GbMonth: 0.023,
};

const PRICES: Readonly<Record<string, Prices>> = {
  'us-east-1': US,
  'us-west-2': US,
  'eu-central-1': {
    ...EVERYWHERE,
    writeUnit: 0.7625 / 1e6,
    readUnit: 0.1525 / 1e6,
    s3Put: 0.0054 / 1000,
    s3Get: 0.00043 / 1000,
    logsGb: 0.63,
    logsGbMonth: 0.0324,
    s3GbMonth: 0.0245,
  },
  'ap-northeast-1': {
    ...EVERYWHERE,
    writeUnit: 0.715 / 1e6,
    readUnit: 0.1425 / 1e6,
    s3Put: 0.0047 / 1000,
    s3Get: 0.00037 / 1000,
    logsGb: 0.76,
    logsGbMonth: 0.033,
    s3GbMonth: 0.025,
  },
};

/** The regions that have prices here. */
export const REGIONS: readonly string[] = Object.keys(PRICES);

/** The prices of a region, or undefined where they are not known. */
export const pricesOf = (region: string): Prices | undefined => PRICES[region];
