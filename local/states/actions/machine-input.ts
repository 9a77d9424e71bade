import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { validate } from '../language/validate.ts';
import { invalidArn, invalidName } from './errors.ts';

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

/** Throws `InvalidName` where AWS would not take the name of a machine or an execution. */
export const checkName = (name: unknown): string => {
  if (typeof name !== 'string' || !NAME.test(name)) throw invalidName(name);
  return name;
};

export const checkRole = (roleArn: unknown): string => {
  if (typeof roleArn !== 'string' || !roleArn.startsWith('arn:')) throw invalidArn(roleArn);
  return roleArn;
};

/** Throws `InvalidDefinition` with everything that is wrong with a definition. */
export const checkDefinition = (core: Core, definition: unknown, type: 'STANDARD' | 'EXPRESS'): string => {
  const text = String(definition ?? '');
  const problems = validate(text, { type, cloud: core.cloud() });
  if (problems.length === 0) return text;
  const said = problems.map(({ code, message, location }) => `${code}: ${message}${location ? ` at ${location}` : ''}`);
  throw new AwsError('InvalidDefinition', `Invalid State Machine Definition: '${said.join(', ')}'`);
};

/** AWS's defaults for what was left out. */
export const loggingText = (logging: unknown): string => {
  const given = (logging ?? {}) as Record<string, unknown>;
  return JSON.stringify({ includeExecutionData: false, level: 'OFF', ...given });
};

export const tracingText = (tracing: unknown): string =>
  JSON.stringify({ enabled: false, ...((tracing ?? {}) as object) });
