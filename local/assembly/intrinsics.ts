/** What intrinsic functions can see from within one stack. */
export type Scope = {
  /** A resource, a parameter or a pseudo parameter; undefined where the template names none such. */
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, key: string, name: string): unknown;
  importValue(name: string): unknown;
};

/** Terminal: a template uses something in a way that CloudFormation refuses or the runtime does not know. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

/** What `Ref: AWS::NoValue` leaves: the property is as if it were not there. */
const NO_VALUE = Symbol('AWS::NoValue');

type Args = readonly unknown[];

/**
 * Resolves every intrinsic function in `value`.
 * Throws `TemplateError` for one that is not known or that names something the template does not have.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const resolve = (value: unknown, scope: Scope): unknown => {
  const resolved = visit(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
};

const visit = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value)) return value.map((item) => visit(item, scope)).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1 && (only[0] === 'Ref' || only[0] === 'Condition' || only[0].startsWith('Fn::'))) {
    return call(only[0], only[1], scope);
  }
  return Object.fromEntries(
    entries.map(([key, item]) => [key, visit(item, scope)] as const).filter(([, item]) => item !== NO_VALUE),
  );
};

const call = (name: string, argument: unknown, scope: Scope): unknown => {
  if (name === 'Ref') return reference(String(argument), scope);
  if (name === 'Fn::GetAtt') return getAttribute(argument, scope);
  if (name === 'Fn::Sub') return substitute(argument, scope);
  if (name === 'Fn::If') {
    const [condition, yes, no] = list(name, argument);
    return visit(scope.condition(String(condition)) ? yes : no, scope);
  }
  if (name === 'Condition')
    return typeof argument === 'string' ? scope.condition(argument) : { Condition: visit(argument, scope) };
  const plain = FUNCTIONS[name];
  if (!plain) throw new TemplateError(`The intrinsic function ${name} is not supported.`);
  return plain(visit(argument, scope), scope);
};

const reference = (name: string, scope: Scope): unknown => {
  if (name === 'AWS::NoValue') return NO_VALUE;
  const value = scope.ref(name);
  if (value === undefined)
    throw new TemplateError(`Ref names ${name}, which is no resource or parameter of the template.`);
  return value;
};

const getAttribute = (argument: unknown, scope: Scope): unknown => {
  const [logicalId = '', ...rest] =
    typeof argument === 'string' ? argument.split('.') : list('Fn::GetAtt', argument).map(String);
  return scope.attribute(logicalId, rest.join('.'));
};

const substitute = (argument: unknown, scope: Scope): string => {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  const values: Record<string, unknown> = visit(own ?? {}, scope) as Record<string, unknown>;
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in values) return String(values[name]);
    return String(name.includes('.') ? getAttribute(name, scope) : reference(name, scope));
  });
};

const list = (name: string, value: unknown): Args => {
  if (!Array.isArray(value)) throw new TemplateError(`${name} takes a list, not ${JSON.stringify(value)}.`);
  return value;
};

/** Functions whose arguments are resolved before they are called. */
const FUNCTIONS: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  'Fn::Join': (argument) => {
    const [delimiter, items] = list('Fn::Join', argument);
    return list('Fn::Join', items).map(String).join(String(delimiter));
  },
  'Fn::Select': (argument) => {
    const [index, items] = list('Fn::Select', argument);
    const chosen = list('Fn::Select', items)[Number(index)];
    if (chosen === undefined) throw new TemplateError(`Fn::Select asks for item ${index} of ${JSON.stringify(items)}.`);
    return chosen;
  },
  'Fn::Split': (argument) => {
    const [delimiter, text] = list('Fn::Split', argument);
    return String(text).split(String(delimiter));
  },
  'Fn::Base64': (argument) => Buffer.from(String(argument)).toString('base64'),
  'Fn::FindInMap': (argument, scope) => {
    const [map, key, name] = list('Fn::FindInMap', argument).map(String);
    return scope.mapping(map ?? '', key ?? '', name ?? '');
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(String(argument)),
  'Fn::GetAZs': (_, scope) => ['a', 'b', 'c'].map((zone) => `${scope.ref('AWS::Region')}${zone}`),
  'Fn::Equals': (argument) => {
    const [one, other] = list('Fn::Equals', argument);
    return JSON.stringify(one) === JSON.stringify(other);
  },
  'Fn::Not': (argument) => !list('Fn::Not', argument)[0],
  'Fn::And': (argument) => list('Fn::And', argument).every(Boolean),
  'Fn::Or': (argument) => list('Fn::Or', argument).some(Boolean),
  'Fn::ToJsonString': (argument) => JSON.stringify(argument),
  'Fn::Length': (argument) => list('Fn::Length', argument).length,
};

/** The logical ids that `value` refers to, within one stack. */
export const references = (value: unknown): Set<string> => {
  const found = new Set<string>();
  const look = (item: unknown): void => {
    if (Array.isArray(item)) for (const each of item) look(each);
    if (typeof item !== 'object' || item === null) return;
    for (const [key, argument] of Object.entries(item)) {
      if (key === 'Ref') found.add(String(argument));
      else if (key === 'Fn::GetAtt')
        found.add(String(Array.isArray(argument) ? argument[0] : argument).split('.')[0] ?? '');
      else if (key === 'Fn::Sub') {
        const text = String(Array.isArray(argument) ? argument[0] : argument);
        for (const [, name] of text.matchAll(/\$\{([^!}][^}]*)\}/g)) found.add(name?.split('.')[0] ?? '');
      }
      look(argument);
    }
  };
  look(value);
  return found;
};
