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
  /** The property of the resource that uses it so. */
  property?: string;
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
  if (name === 'Ref') return reference(text(name, argument), scope);
  if (name === 'Fn::GetAtt') return getAttribute(argument, scope);
  if (name === 'Fn::Sub') return substitute(argument, scope);
  if (name === 'Fn::If') {
    const [condition, yes, no] = list(name, argument);
    return visit(scope.condition(text(name, condition)) ? yes : no, scope);
  }
  if (name === 'Condition')
    return typeof argument === 'string' ? scope.condition(argument) : { Condition: visit(argument, scope) };
  const plain = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
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
    typeof argument === 'string' ? argument.split('.') : texts('Fn::GetAtt', visit(argument, scope));
  return scope.attribute(logicalId, rest.join('.'));
};

const substitute = (argument: unknown, scope: Scope): string => {
  const [template, own = {}] = Array.isArray(argument) ? argument : [argument];
  const values = visit(own, scope);
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new TemplateError('Fn::Sub takes a map of values as its second argument.');
  return text('Fn::Sub', template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (Object.hasOwn(values, name)) return text('Fn::Sub', (values as Record<string, unknown>)[name]);
    if (name === 'AWS::NoValue') throw new TemplateError('Fn::Sub cannot put AWS::NoValue into a text.');
    return text('Fn::Sub', name.includes('.') ? getAttribute(name, scope) : reference(name, scope));
  });
};

const list = (name: string, value: unknown): Args => {
  if (!Array.isArray(value)) throw new TemplateError(`${name} takes a list, not ${shown(value)}.`);
  return value;
};

const text = (name: string, value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${name} takes a text, not ${shown(value)}.`);
};

const texts = (name: string, value: unknown): string[] => list(name, value).map((item) => text(name, item));

const shown = (value: unknown): string => (value === NO_VALUE ? 'AWS::NoValue' : (JSON.stringify(value) ?? 'nothing'));

/** Functions whose arguments are resolved before they are called. */
const FUNCTIONS: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  'Fn::Join': (argument) => {
    const [delimiter, items] = list('Fn::Join', argument);
    return texts('Fn::Join', items).join(text('Fn::Join', delimiter));
  },
  'Fn::Select': (argument) => {
    const [index, items] = list('Fn::Select', argument);
    const chosen = list('Fn::Select', items)[Number(text('Fn::Select', index))];
    if (chosen === undefined) throw new TemplateError(`Fn::Select asks for item ${index} of ${shown(items)}.`);
    return chosen;
  },
  'Fn::Split': (argument) => {
    const [delimiter = '', whole = ''] = texts('Fn::Split', argument);
    return whole.split(delimiter);
  },
  'Fn::Base64': (argument) => Buffer.from(text('Fn::Base64', argument)).toString('base64'),
  'Fn::FindInMap': (argument, scope) => {
    const [map = '', key = '', name = ''] = texts('Fn::FindInMap', argument);
    return scope.mapping(map, key, name);
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(text('Fn::ImportValue', argument)),
  'Fn::GetAZs': (_, scope) => ['a', 'b', 'c'].map((zone) => `${scope.ref('AWS::Region')}${zone}`),
  'Fn::Equals': (argument) => {
    const [one, other] = list('Fn::Equals', argument);
    return JSON.stringify(one) === JSON.stringify(other);
  },
  'Fn::Not': (argument) => !list('Fn::Not', argument)[0],
  'Fn::And': (argument) => list('Fn::And', argument).every(Boolean),
  'Fn::Or': (argument) => list('Fn::Or', argument).some(Boolean),
  'Fn::ToJsonString': (argument) => {
    if (typeof argument !== 'object' || argument === null)
      throw new TemplateError(`Fn::ToJsonString takes an object or a list, not ${shown(argument)}.`);
    return JSON.stringify(argument);
  },
  'Fn::Length': (argument) => list('Fn::Length', argument).length,
};

/** The logical ids that `value` refers to, within one stack. */
export const references = (value: unknown): Set<string> => {
  const found = new Set<string>();
  const add = (name: unknown): void => {
    if (typeof name === 'string') found.add(name.split('.')[0] ?? '');
  };
  const look = (item: unknown): void => {
    if (Array.isArray(item)) for (const each of item) look(each);
    if (typeof item !== 'object' || item === null) return;
    for (const [key, argument] of Object.entries(item)) {
      if (key === 'Ref' && typeof argument === 'string') found.add(argument);
      else if (key === 'Fn::GetAtt') add(Array.isArray(argument) ? argument[0] : argument);
      else if (key === 'Fn::Sub') {
        const template = Array.isArray(argument) ? argument[0] : argument;
        for (const [, name] of typeof template === 'string' ? template.matchAll(/\$\{([^!}][^}]*)\}/g) : []) add(name);
      }
      look(argument);
    }
  };
  look(value);
  return found;
};
