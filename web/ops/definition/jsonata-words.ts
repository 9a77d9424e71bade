import { subjectOf } from './words.ts';

const TOKEN =
  /\s+|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<path>\$?(?:[A-Za-z_$][\w$]*|`[^`]*`)(?:\.(?:[A-Za-z_$][\w$]*|`[^`]*`))*)|(?<number>\d+(?:\.\d+)?)|(?<operator>!=|<=|>=|:=|~>|\*\*|.)/gsu;

const OPERATORS: Readonly<Record<string, string>> = { '=': 'is', '!=': 'is not', and: 'and', or: 'or', in: 'in' };

/** Functions that read as a word before what they are given. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  $exists: 'has',
  $not: 'not',
  $boolean: '',
  $count: '',
  $length: '',
  $string: '',
  $number: '',
};

/** Functions of which the label says what they are given first. */
const OF_FIRST = new Set(['$substringBefore', '$substringAfter', '$substring', '$lowercase', '$uppercase', '$trim']);

type Call = { isWritten: boolean; isOfFirst: boolean; isPastFirst: boolean };

const wordOf = (token: RegExpMatchArray, isCall: boolean): string => {
  const { string, path, number, operator } = token.groups ?? {};
  if (string !== undefined) return string.length > 2 ? string.slice(1, -1) : 'empty';
  if (path !== undefined) {
    if (OF_FIRST.has(path)) return '';
    if (isCall && !(path in OPERATORS)) return FUNCTIONS[path] ?? path.replace(/^\$/, '');
    return OPERATORS[path] ?? (path === 'true' || path === 'false' ? path : subjectOf(path));
  }
  return number ?? OPERATORS[operator ?? ''] ?? operator ?? '';
};

/** Says a JSONata condition in words: `{% $count($states.input.items) > 0 %}` is `items > 0`. What is beyond it stays as it is written. */
export const jsonataWords = (expression: string): string => {
  const source = expression
    .replace(/^\s*\{%/, '')
    .replace(/%\}\s*$/, '')
    .replaceAll(/\/\*.*?\*\//gs, ' ');
  const tokens = [...source.matchAll(TOKEN)].filter(([text]) => text.trim() !== '');
  const calls: Call[] = [];
  let words = '';
  for (const [index, token] of tokens.entries()) {
    const [text] = token;
    if (text === '(') {
      const before = tokens[index - 1]?.[0] ?? '';
      const isOfFirst = OF_FIRST.has(before);
      calls.push({ isWritten: !isOfFirst && !(before in FUNCTIONS), isOfFirst, isPastFirst: false });
      if (calls.at(-1)?.isWritten) words += '(';
    } else if (text === ')') {
      if (calls.pop()?.isWritten ?? true) words = `${words.trimEnd()}) `;
    } else if (text === ',') {
      const call = calls.at(-1);
      if (call?.isOfFirst) call.isPastFirst = true;
      else words = `${words.trimEnd()}, `;
    } else if (!calls.some(({ isPastFirst }) => isPastFirst)) {
      const isCall = token.groups?.path !== undefined && tokens[index + 1]?.[0] === '(';
      const word = wordOf(token, isCall);
      const isName = isCall && !(text in FUNCTIONS) && !(text in OPERATORS);
      words += word === '' || isName ? word : `${word} `;
    }
  }
  return words.replaceAll('not has ', 'no ').replaceAll(/ +/g, ' ').trim();
};
