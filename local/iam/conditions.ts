import { BlockList, isIP, isIPv6 } from 'node:net';
import { matchesArn, matchesWildcard, plain } from '../aws/wildcard.ts';

type Test = (actual: string, expected: string) => boolean;

const number = (compare: (a: number, b: number) => boolean): Test => {
  return (actual, expected) => compare(Number(actual), Number(expected));
};

const time = (compare: (a: number, b: number) => boolean): Test => {
  const millis = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
  return (actual, expected) => compare(millis(actual), millis(expected));
};

/** Whether an address lies in a range such as `10.0.0.0/8`, or is the one that stands there. */
const inRange: Test = (actual, expected) => {
  const [network = '', bits] = expected.split('/');
  const address = actual.replace(/^::ffff:(?=\d+\.)/, '');
  const family = isIPv6(network) ? 'ipv6' : 'ipv4';
  if (!isIP(network) || !isIP(address) || isIPv6(address) !== isIPv6(network)) return false;
  const range = new BlockList();
  range.addSubnet(network, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  return range.check(address, family);
};

/** Positive operators; `negated` names those that hold where the positive one does not. */
const tests: Readonly<Record<string, Test>> = {
  StringEquals: (actual, expected) => actual === plain(expected),
  StringEqualsIgnoreCase: (actual, expected) => actual.toLowerCase() === plain(expected).toLowerCase(),
  StringLike: (actual, expected) => matchesWildcard(expected, actual),
  ArnEquals: (actual, expected) => matchesArn(expected, actual),
  ArnLike: (actual, expected) => matchesArn(expected, actual),
  Bool: (actual, expected) => actual.toLowerCase() === expected.toLowerCase(),
  IpAddress: inRange,
  NumericEquals: number((a, b) => a === b),
  NumericLessThan: number((a, b) => a < b),
  NumericLessThanEquals: number((a, b) => a <= b),
  NumericGreaterThan: number((a, b) => a > b),
  NumericGreaterThanEquals: number((a, b) => a >= b),
  DateEquals: time((a, b) => a === b),
  DateLessThan: time((a, b) => a < b),
  DateLessThanEquals: time((a, b) => a <= b),
  DateGreaterThan: time((a, b) => a > b),
  DateGreaterThanEquals: time((a, b) => a >= b),
};

const negated: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  NotIpAddress: 'IpAddress',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
};

/** Whether a condition holds; `unknown` where its operator is none that the runtime can judge. */
export type Verdict = 'holds' | 'fails' | 'unknown';

type Values = readonly string[];

/** Judges one operator with one key. `actual` is undefined where the request carries no such key. */
export const judge = (operator: string, expected: Values, actual: Values | undefined): Verdict => {
  const [set, rest] = operator.includes(':') ? (operator.split(':', 2) as [string, string]) : ['', operator];
  const ifExists = rest.endsWith('IfExists');
  const name = ifExists ? rest.slice(0, -'IfExists'.length) : rest;

  if (name === 'Null' && !ifExists) {
    const absent = actual === undefined || actual.length === 0;
    return verdict(expected.some((value) => (value.toLowerCase() === 'true') === absent));
  }
  const positive = negated[name];
  const test = tests[positive ?? name];
  if (!test || !['', 'ForAllValues', 'ForAnyValue'].includes(set)) return 'unknown';

  const oneHolds = (value: string): boolean => {
    const equal = expected.some((wanted) => test(value, wanted));
    return positive ? !equal : equal;
  };
  if (actual === undefined || actual.length === 0) {
    if (set === 'ForAllValues' || ifExists) return 'holds';
    // A negated operator holds for a key that the request does not carry; a set of none has no value that matches.
    return verdict(positive !== undefined && set === '');
  }
  return verdict(set === 'ForAllValues' ? actual.every(oneHolds) : actual.some(oneHolds));
};

const verdict = (holds: boolean): Verdict => (holds ? 'holds' : 'fails');
