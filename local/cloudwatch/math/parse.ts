import { AwsError } from '../../aws/error.ts';

/** A metric-math expression as a tree. */
export type Node =
  | { is: 'number'; value: number }
  | { is: 'text'; value: string }
  | { is: 'id'; name: string }
  | { is: 'list'; items: Node[] }
  | { is: 'negative'; of: Node }
  | { is: 'operation'; sign: string; left: Node; right: Node }
  | { is: 'call'; name: string; args: Node[] };

export const invalidExpression = (why: string): AwsError =>
  new AwsError('ValidationError', `Error in expression: ${why}`);

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z]\w*)|("[^"]*"|'[^']*')|(\|\||&&|[<>=!]=|[-+*/^(),[\]<>]))/y;

/** From the weakest to the strongest. */
const LEVELS: readonly (readonly string[])[] = [
  ['||', 'OR'],
  ['&&', 'AND'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
];

/** Reads an expression. Throws `ValidationError` where it is none. */
export const parseExpression = (text: string): Node => {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): string | undefined => tokens[at];
  const take = (wanted: string): void => {
    if (tokens[at] !== wanted) throw invalidExpression(`expected "${wanted}", found "${tokens[at] ?? 'the end'}"`);
    at += 1;
  };
  const binary = (level: number): Node => {
    const signs = LEVELS[level];
    if (!signs) return power();
    let left = binary(level + 1);
    for (let sign = peek(); sign !== undefined && signs.includes(sign); sign = peek()) {
      at += 1;
      left = { is: 'operation', sign, left, right: binary(level + 1) };
    }
    return left;
  };
  const power = (): Node => {
    const base = unary();
    if (peek() !== '^') return base;
    at += 1;
    return { is: 'operation', sign: '^', left: base, right: power() };
  };
  const unary = (): Node => {
    if (peek() !== '-') return primary();
    at += 1;
    return { is: 'negative', of: power() };
  };
  const several = (end: string): Node[] => {
    const items: Node[] = [];
    while (peek() !== end) {
      if (items.length > 0) take(',');
      items.push(binary(0));
    }
    take(end);
    return items;
  };
  const primary = (): Node => {
    const token = tokens[at++];
    if (token === undefined) throw invalidExpression('it ends too early');
    if (token === '[') return { is: 'list', items: several(']') };
    if (token === '(') {
      const inner = binary(0);
      take(')');
      return inner;
    }
    if (/^\d/.test(token)) return { is: 'number', value: Number(token) };
    if (/^["']/.test(token)) return { is: 'text', value: token.slice(1, -1) };
    if (!/^[A-Za-z]/.test(token)) throw invalidExpression(`unexpected "${token}"`);
    if (peek() !== '(') return { is: 'id', name: token };
    at += 1;
    return { is: 'call', name: token.toUpperCase(), args: several(')') };
  };
  const whole = binary(0);
  if (at < tokens.length) throw invalidExpression(`unexpected "${tokens[at]}"`);
  return whole;
};

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw invalidExpression(`unexpected "${text.slice(from).trim()[0]}"`);
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  }
  return tokens;
};

/** The ids of other queries that an expression names. */
export const idsIn = (node: Node): string[] => {
  if (node.is === 'id') return /^[a-z]/.test(node.name) ? [node.name] : [];
  if (node.is === 'list') return node.items.flatMap(idsIn);
  if (node.is === 'negative') return idsIn(node.of);
  if (node.is === 'operation') return [...idsIn(node.left), ...idsIn(node.right)];
  return node.is === 'call' ? node.args.flatMap(idsIn) : [];
};
