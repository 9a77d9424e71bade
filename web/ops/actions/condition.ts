/** An attribute as DynamoDB writes it. */
export type Attribute = {
  S?: string;
  N?: string;
  BOOL?: boolean;
  NULL?: boolean;
  SS?: string[];
  M?: object;
  L?: unknown[];
};
export type Item = Readonly<Record<string, Attribute | undefined>>;

export type Condition = {
  ConditionExpression: string;
  ExpressionAttributeNames?: Readonly<Record<string, string>>;
  ExpressionAttributeValues?: Readonly<Record<string, Attribute>>;
};

/** Terminal: the condition says something that is not read here. */
export class ConditionNotReadError extends Error {
  override name = 'ConditionNotReadError';
}

const TOKEN = /\s*(<=|>=|<>|[=<>(),]|[#:]?[\w.-]+)/gy;

const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found?.[1]) throw new ConditionNotReadError(`The condition is not read from: ${text}`);
    tokens.push(found[1]);
  }
  return tokens;
};

const sizeOf = ({ S, SS, L, M }: Attribute): number =>
  S?.length ?? SS?.length ?? L?.length ?? Object.keys(M ?? {}).length;

const compare = (one: Attribute | undefined, operator: string, other: Attribute | undefined): boolean => {
  if (operator === '=') return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
  if (operator === '<>') return JSON.stringify(one) !== JSON.stringify(other);
  if (!one || !other) return false;
  const numbers = one.N !== undefined && other.N !== undefined;
  if (!numbers && (one.S === undefined || other.S === undefined)) return false;
  const order = numbers
    ? Number(one.N) - Number(other.N)
    : (one.S ?? '') < (other.S ?? '')
      ? -1
      : one.S === other.S
        ? 0
        : 1;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
};

/**
 * Whether a write's condition holds of an item as it is, or of none: comparisons, `IN`, `BETWEEN`, `attribute_exists`,
 * `attribute_not_exists`, `begins_with`, `contains`, `size`, `AND`, `OR`, `NOT` and parentheses. Throws `ConditionNotReadError`.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
export const holds = (condition: Condition, item: Item | undefined): boolean => {
  const { ConditionExpression, ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = condition;
  const tokens = tokensOf(ConditionExpression);
  let next = 0;
  const peek = (): string => tokens[next] ?? '';
  const take = (wanted?: string): string => {
    const token = tokens[next];
    if (token === undefined || (wanted !== undefined && token.toUpperCase() !== wanted))
      throw new ConditionNotReadError(
        `The condition has ${token ?? 'its end'} where ${wanted ?? 'more'} was expected.`,
      );
    next += 1;
    return token;
  };
  const is = (word: string): boolean => peek().toUpperCase() === word;
  const operand = (): Attribute | undefined => {
    const token = take();
    if (token.toLowerCase() === 'size' && peek() === '(') {
      take('(');
      const measured = operand();
      take(')');
      return measured && { N: String(sizeOf(measured)) };
    }
    if (token.startsWith(':')) return ExpressionAttributeValues[token];
    const [name = '', ...path] = token.split('.').map((part) => ExpressionAttributeNames[part] ?? part);
    return path.reduce<Attribute | undefined>(
      (value, part) => (value?.M as Record<string, Attribute> | undefined)?.[part],
      item?.[name],
    );
  };
  const functions: Readonly<Record<string, () => boolean>> = {
    attribute_exists: () => operand() !== undefined,
    attribute_not_exists: () => operand() === undefined,
    begins_with: () => {
      const value = operand();
      take(',');
      const start = operand();
      return value?.S !== undefined && start?.S !== undefined && value.S.startsWith(start.S);
    },
    contains: () => {
      const value = operand();
      take(',');
      const part = operand()?.S ?? '';
      return value?.SS?.includes(part) ?? value?.S?.includes(part) ?? false;
    },
  };
  const single = (): boolean => {
    if (is('NOT')) {
      take();
      return !single();
    }
    if (peek() === '(') {
      take();
      const inner = either();
      take(')');
      return inner;
    }
    const call = tokens[next + 1] === '(' ? functions[peek().toLowerCase()] : undefined;
    if (call) {
      take();
      take('(');
      const result = call();
      take(')');
      return result;
    }
    const one = operand();
    if (is('IN')) {
      take();
      take('(');
      const among = [operand()];
      while (peek() === ',') {
        take();
        among.push(operand());
      }
      take(')');
      return among.some((other) => compare(one, '=', other));
    }
    if (is('BETWEEN')) {
      take();
      const low = operand();
      take('AND');
      const high = operand();
      return compare(one, '>=', low) && compare(one, '<=', high);
    }
    const operator = take();
    if (!/^(=|<>|<|<=|>|>=)$/.test(operator))
      throw new ConditionNotReadError(`The condition has ${operator} where a comparison was expected.`);
    return compare(one, operator, operand());
  };
  const both = (): boolean => {
    let result = single();
    while (is('AND')) {
      take();
      result = single() && result;
    }
    return result;
  };
  function either(): boolean {
    let result = both();
    while (is('OR')) {
      take();
      result = both() || result;
    }
    return result;
  }
  const result = either();
  if (next < tokens.length) throw new ConditionNotReadError(`The condition has ${peek()} where its end was expected.`);
  return result;
};
