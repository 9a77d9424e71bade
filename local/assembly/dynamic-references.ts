import { TemplateError } from './intrinsics.ts';

/** Where values that templates name are looked up. Both throw where there is no such thing. */
export type LookUp = {
  /** A parameter of Parameter Store, by name or `name:version`. */
  parameter(name: string): { type: string; value: string };
  /** The text of a secret, by name or ARN; undefined for one of bytes. */
  secret(id: string, versionId?: string, stage?: string): string | undefined;
};

/** An account, a region and, where the services are there, what is looked up in them. */
export type Place = { accountId: string; region: string; lookUp?: LookUp };

const REFERENCE = /\{\{resolve:([\w-]+):([^{}]*)\}\}/g;

/**
 * Fills in the dynamic references of a resource's properties, such as `{{resolve:ssm:/a/b:2}}`.
 * Throws `TemplateError` for one that cannot be resolved.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export const withReferences = <T>(value: T, type: string, lookUp: LookUp | undefined): T => {
  const visit = (item: unknown, property: string): unknown => {
    if (typeof item === 'string')
      return item.includes('{{resolve:')
        ? item.replace(REFERENCE, (whole, service: string, rest: string) =>
            resolved({ whole, service, rest, place: `${type}/Properties/${property}` }, lookUp),
          )
        : item;
    if (Array.isArray(item)) return item.map((each) => visit(each, property));
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, each]) => [key, visit(each, property || key)]));
  };
  return visit(value, '') as T;
};

type Reference = { whole: string; service: string; rest: string; place: string };

const resolved = ({ whole, service, rest, place }: Reference, lookUp: LookUp | undefined): string => {
  if (!lookUp) throw new TemplateError(`There is nothing to resolve ${whole} with.`);
  if (service === 'ssm') return parameter(rest, lookUp);
  if (service === 'secretsmanager') return secret(whole, rest, lookUp);
  // AWS takes these for a few properties of types that the runtime lacks.
  if (service === 'ssm-secure') throw new TemplateError(`SSM Secure reference is not supported in: [${place}]`);
  throw new TemplateError(`The dynamic reference ${whole} names no service that can be resolved.`);
};

const parameter = (name: string, lookUp: LookUp): string => {
  const { type, value } = found(() => lookUp.parameter(name), name);
  if (type === 'SecureString')
    throw new TemplateError(`Non-secure ssm prefix was used for secure parameter: [${name}]`);
  return value;
};

const found = <T>(look: () => T, name: string): T => {
  try {
    return look();
  } catch (cause) {
    throw new TemplateError(`Could not resolve ${name}: ${(cause as Error).message}`, { cause });
  }
};

/** `id[:SecretString[:json-key[:version-stage[:version-id]]]]`, in which an ARN has colons of its own. */
const secret = (whole: string, rest: string, lookUp: LookUp): string => {
  const parts = rest.split(':');
  const id = parts.splice(0, rest.startsWith('arn:') ? 7 : 1).join(':');
  const [kind = 'SecretString', key = '', stage, versionId] = parts;
  if (kind !== 'SecretString' && kind !== '') throw new TemplateError(`${whole} must ask for SecretString.`);
  const text = found(() => lookUp.secret(id, versionId || undefined, stage || undefined), id);
  if (text === undefined) throw new TemplateError(`${whole} names a secret without text.`);
  if (key === '') return text;
  const members = found(() => JSON.parse(text) as Record<string, unknown>, id);
  const value =
    typeof members === 'object' && members !== null && Object.hasOwn(members, key) ? members[key] : undefined;
  if (value === undefined)
    throw new TemplateError(`Could not find a value associated with JSONKey in SecretString: ${whole}`);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const VALUE_TYPE = /^AWS::SSM::Parameter::Value<(List<.+>|.+)>$/;

/** The value of a template's parameter: of one that names a parameter of Parameter Store, what that has. */
export const parameterValue = (type: string, value: unknown, lookUp: LookUp | undefined): unknown => {
  const [, kind] = VALUE_TYPE.exec(type) ?? [];
  if (kind === undefined || typeof value !== 'string' || !lookUp) return value;
  const text = parameterText(value, lookUp);
  return kind.startsWith('List<') || kind === 'CommaDelimitedList' ? text.split(',').map((item) => item.trim()) : text;
};

const parameterText = (name: string, lookUp: LookUp): string => {
  let own: { type: string; value: string };
  try {
    own = lookUp.parameter(name);
  } catch (cause) {
    throw new TemplateError(`Unable to fetch parameters [${name}] from parameter store for this account.`, { cause });
  }
  if (own.type !== 'SecureString') return own.value;
  throw new TemplateError(`Parameters [${name}] referenced by template have types not supported by CloudFormation.`);
};
