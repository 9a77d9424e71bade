import { type Loose, listOf, looseOf } from './asl.ts';
import { jsonataWords } from './jsonata-words.ts';
import { short, subjectOf } from './words.ts';

const COMPARISONS: readonly [RegExp, string][] = [
  [/Equals$/, 'is'],
  [/LessThanEquals$/, '≤'],
  [/GreaterThanEquals$/, '≥'],
  [/LessThan$/, '<'],
  [/GreaterThan$/, '>'],
  [/Matches$/, 'like'],
];

const TESTS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  IsPresent: ['has', 'no'],
  IsNull: ['null', 'not null'],
  IsString: ['text', 'not text'],
  IsNumeric: ['a number', 'not a number'],
  IsBoolean: ['yes or no', 'not yes or no'],
  IsTimestamp: ['a time', 'not a time'],
};

const valueWords = (value: unknown): string => {
  if (value === '') return 'empty';
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
};

const comparisonWords = (subject: string, operator: string, value: unknown): string => {
  const test = TESTS[operator];
  if (test) {
    const word = value === false ? test[1] : test[0];
    return operator === 'IsPresent' ? `${word} ${subject}` : `${subject} is ${word}`;
  }
  const isPath = operator.endsWith('Path');
  const name = isPath ? operator.slice(0, -4) : operator;
  // The longest that fits: `LessThanEquals` also ends in `Equals`.
  const sign = COMPARISONS.filter(([pattern]) => pattern.test(name)).at(name.endsWith('ThanEquals') ? 1 : 0)?.[1];
  if (sign === undefined) return `${subject} ${operator} ${valueWords(value)}`;
  if (name === 'BooleanEquals' && !isPath) return value === false ? `not ${subject}` : subject;
  return `${subject} ${sign} ${isPath ? subjectOf(String(value)) : valueWords(value)}`;
};

const ruleWords = (rule: Loose, depth = 0): string => {
  if (typeof rule.Condition === 'string') return jsonataWords(rule.Condition);
  if (typeof rule.Condition === 'boolean') return rule.Condition ? 'always' : 'never';
  for (const [key, word] of [
    ['And', 'and'],
    ['Or', 'or'],
  ] as const) {
    if (!(key in rule)) continue;
    const words = listOf(rule[key]).map((inner) => ruleWords(inner, depth + 1));
    const joined = words.join(` ${word} `);
    return depth > 0 && words.length > 1 ? `(${joined})` : joined;
  }
  if ('Not' in rule) return `not ${ruleWords(looseOf(rule.Not), depth + 1)}`;
  const subject = subjectOf(String(rule.Variable ?? ''));
  const operator = Object.keys(rule).find((key) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key));
  return operator === undefined ? subject : comparisonWords(subject, operator, rule[operator]);
};

/** `state is begun` and `state is done` ask the same: what is left of each is the answer. */
const EQUALITY = /^(\S+) is ((?!not |null$|empty$)\S.*)$/;

/** Says each rule of a Choice in words that fit a label: `image`, `size > 10`, `has ticketId`. */
export const choiceWords = (rules: readonly Loose[]): string[] => {
  const said = rules.map((rule) => ruleWords(rule));
  const subjects = new Set(said.map((words) => EQUALITY.exec(words)?.[1]));
  const isOneQuestion =
    subjects.size === 1 && !subjects.has(undefined) && !said.some((words) => / (and|or) /.test(words));
  return said.map((words) => {
    const answer = isOneQuestion ? EQUALITY.exec(words)?.[2] : undefined;
    return short(answer === undefined || /^[\d"[{(]|^(true|false)$/.test(answer) ? words : answer);
  });
};
