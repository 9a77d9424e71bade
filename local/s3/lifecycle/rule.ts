import { createHash } from 'node:crypto';
import { AwsError } from '../../aws/error.ts';
import type { StoredObject } from '../../fauxqs/s3-store.ts';
import type { Tags } from '../tags.ts';

/** A lifecycle rule, as far as the runtime carries it out. Times are milliseconds since the epoch. */
export type Rule = {
  id: string;
  enabled: boolean;
  prefix: string;
  tags: Tags;
  /** Bytes: only larger, and only smaller objects. */
  largerThan?: number;
  smallerThan?: number;
  /** Days after an object was made, or the moment, at which it goes. */
  expiresAfterDays?: number;
  expiresAt?: number;
  /** Days after which an upload in parts that nobody completed goes. */
  abortAfterDays?: number;
};

const DAY = 86_400_000;

/** Most rules of one bucket. */
const MOST_RULES = 1000;

/**
 * When a rule lets an object go, in milliseconds since the epoch; undefined where it does not speak of it. Days are counted from
 * the object's making and end at the next midnight UTC. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html
 */
export const expiryOf = (rule: Rule, object: StoredObject, tags: Tags): number | undefined => {
  if (!rule.enabled || !speaksOf(rule, object, tags)) return undefined;
  if (rule.expiresAfterDays !== undefined)
    return nextMidnight(object.lastModified.getTime() + rule.expiresAfterDays * DAY);
  return rule.expiresAt;
};

/** When a rule lets an unfinished upload go. */
export const abortionOf = (rule: Rule, { key, initiated }: { key: string; initiated: Date }): number | undefined =>
  rule.enabled && rule.abortAfterDays !== undefined && key.startsWith(rule.prefix)
    ? nextMidnight(initiated.getTime() + rule.abortAfterDays * DAY)
    : undefined;

/** The midnight UTC after a moment, also after one that is itself midnight. */
export const nextMidnight = (at: number): number => (Math.floor(at / DAY) + 1) * DAY;

const speaksOf = (rule: Rule, { key, contentLength }: StoredObject, tags: Tags): boolean =>
  key.startsWith(rule.prefix) &&
  Object.entries(rule.tags).every(([name, value]) => tags[name] === value) &&
  (rule.largerThan === undefined || contentLength > rule.largerThan) &&
  (rule.smallerThan === undefined || contentLength < rule.smallerThan);

/** Throws `InvalidRequest` or `InvalidArgument` for rules that S3 would not take. */
export const checkRules = (rules: readonly Rule[]): readonly Rule[] => {
  if (rules.length === 0 || rules.length > MOST_RULES)
    throw new AwsError('InvalidRequest', `A lifecycle configuration has between 1 and ${MOST_RULES} rules.`, 400);
  const ids = new Set<string>();
  for (const rule of rules) {
    if (rule.id.length > 255)
      throw new AwsError('InvalidArgument', 'ID length should not exceed allowed limit of 255', 400);
    if (ids.has(rule.id))
      throw new AwsError('InvalidArgument', 'Rule ID must be unique. Found same ID for more than one rule', 400);
    ids.add(rule.id);
    const { expiresAfterDays, expiresAt, abortAfterDays } = rule;
    for (const [name, days] of Object.entries({ Days: expiresAfterDays, DaysAfterInitiation: abortAfterDays }))
      if (days !== undefined && (!Number.isInteger(days) || days < 1))
        throw new AwsError('InvalidArgument', `'${name}' for lifecycle action must be a positive integer`, 400);
    if (expiresAfterDays === undefined && expiresAt === undefined && abortAfterDays === undefined)
      throw new AwsError('InvalidRequest', 'At least one action needs to be specified in a rule', 400);
    if (expiresAt !== undefined && expiresAt % DAY !== 0)
      throw new AwsError('InvalidArgument', "'Date' must be at midnight GMT", 400);
  }
  return rules;
};

/** The id of a rule that was given none: the same for the same rule. */
export const generatedId = (rule: object): string =>
  Buffer.from(createHash('sha256').update(JSON.stringify(rule)).digest().subarray(0, 30)).toString('base64');
