import { AwsError } from '../aws/error.ts';

/** The fields of a form by lower-case name, in the order they came. */
export type FormFields = ReadonlyMap<string, string>;

/** A policy whose signature has been verified, and the sizes that it allows. */
export type SizeRange = { smallest: number; largest: number };

type Condition =
  | readonly [operator: string, field: string, value: string]
  | readonly ['content-length-range', number, number];

/** Fields that S3 takes without a condition of the policy. */
const UNCONDITIONAL = new Set(['policy', 'x-amz-signature', 'awsaccesskeyid', 'signature', 'file']);

const invalid = (why: string): AwsError => new AwsError('InvalidPolicyDocument', `Invalid Policy: ${why}`, 400);

const refused = (why: string): AwsError => new AwsError('AccessDenied', `Invalid according to Policy: ${why}`, 403);

/**
 * Holds a form against its policy, in S3's order: expiry, each condition, then fields that no condition names. Answers
 * the sizes that the file may have. Throws `AwsError` in S3's words.
 */
export const checkPolicy = (
  encoded: string,
  fields: FormFields,
  { bucket, now }: { bucket: string; now: number },
): SizeRange => {
  const { expiration, conditions } = parsePolicy(encoded);
  if (expiration <= now) throw refused('Policy expired.');
  const range: SizeRange = { smallest: 0, largest: Number.POSITIVE_INFINITY };
  const named = new Set<string>();
  for (const condition of conditions) {
    if (condition[0] === 'content-length-range') {
      range.smallest = Math.max(range.smallest, Number(condition[1]));
      range.largest = Math.min(range.largest, Number(condition[2]));
      continue;
    }
    const [operator, field, expected] = condition as readonly [string, string, string];
    const name = field.slice(1).toLowerCase();
    named.add(name);
    const actual = name === 'bucket' ? bucket : (fields.get(name) ?? '');
    if (!holds(operator, name, actual, expected)) {
      throw refused(`Policy Condition failed: ["${operator}", "${field}", "${expected}"]`);
    }
  }
  const extra = [...fields.keys()].filter(
    (name) => !named.has(name) && !UNCONDITIONAL.has(name) && !name.startsWith('x-ignore-') && name !== 'bucket',
  );
  if (extra.length > 0) throw refused(`Extra input fields: ${extra.join(', ')}`);
  return range;
};

const holds = (operator: string, name: string, actual: string, expected: string): boolean => {
  if (operator === 'eq') return actual === expected;
  // Of a list of content types, each must begin so.
  const values = name === 'content-type' ? actual.split(',') : [actual];
  return values.every((value) => value.startsWith(expected));
};

const parsePolicy = (encoded: string): { expiration: number; conditions: Condition[] } => {
  let policy: { expiration?: unknown; conditions?: unknown };
  try {
    policy = JSON.parse(Buffer.from(encoded, 'base64').toString()) as typeof policy;
  } catch {
    throw invalid('Invalid JSON.');
  }
  if (typeof policy !== 'object' || policy === null) throw invalid('Invalid JSON.');
  if (policy.expiration === undefined) throw invalid('Policy missing expiration.');
  const expiration = Date.parse(String(policy.expiration));
  if (Number.isNaN(expiration)) throw invalid(`Invalid 'expiration' value: '${String(policy.expiration)}'`);
  if (!Array.isArray(policy.conditions)) throw invalid('Policy missing conditions.');
  return { expiration, conditions: policy.conditions.flatMap(parseCondition) };
};

const parseCondition = (condition: unknown): Condition[] => {
  if (Array.isArray(condition)) return [parseList(condition)];
  if (typeof condition !== 'object' || condition === null)
    throw invalid('Invalid Condition: must be an object or a list.');
  const entries = Object.entries(condition);
  if (entries.length !== 1)
    throw invalid('Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.');
  return entries.map(([name, value]) => {
    if (typeof value !== 'string') throw invalid('Invalid Simple-Condition: value must be a string.');
    return ['eq', `$${name}`, value] as const;
  });
};

const parseList = (list: readonly unknown[]): Condition => {
  const operator = String(list[0]).toLowerCase();
  if (operator === 'content-length-range') {
    const [smallest, largest] = [Number(list[1]), Number(list[2])];
    if (list.length === 3 && Number.isInteger(smallest) && Number.isInteger(largest))
      return [operator, smallest, largest];
    throw invalid('Invalid content-length-range: two integers are required.');
  }
  const [, field, value] = list;
  if ((operator !== 'eq' && operator !== 'starts-with') || list.length !== 3) {
    throw invalid(`Invalid Condition: unknown operation '${operator}'.`);
  }
  if (typeof field !== 'string' || !field.startsWith('$') || typeof value !== 'string') {
    throw invalid(`Invalid Condition: ${operator} takes a field that begins with $ and a string.`);
  }
  return [operator, field, value];
};
