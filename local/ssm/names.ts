import { AwsError } from '../aws/error.ts';
import { parameterArn, type Ssm } from './state.ts';

const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** Most levels of a hierarchy. @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
const MOST_LEVELS = 15;

/** Longest ARN of a parameter that may be made, in characters. */
const LONGEST_ARN = 1011;

/** Throws what AWS refuses a new parameter's name with. */
export const checkName = (ssm: Ssm, name: string): void => {
  if (/^\/?aws([/.\-_a-z0-9]|$)/i.test(name))
    throw new AwsError('AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  if (!/^[a-zA-Z0-9_.\-/]+$/.test(name) || /^\/?ssm/i.test(name) || /\/\/|.\/$|^\/$/.test(name))
    throw invalid(
      'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_',
    );
  if (name.includes('/') && !name.startsWith('/')) throw invalid('Parameter name must be a fully qualified name.');
  if (name.split('/').length - 1 > MOST_LEVELS)
    throw new AwsError(
      'HierarchyLevelLimitExceededException',
      `Hierarchy level cannot exceed ${MOST_LEVELS}; each level is divided by a slash.`,
    );
  if (parameterArn(ssm, name).length > LONGEST_ARN)
    throw invalid(`Parameter name, together with the rest of its ARN, can have at most ${LONGEST_ARN} characters.`);
};

/** A name as callers give it: with a version or a label behind a colon, or as an ARN. */
export type Named = { name: string; selector?: string };

export const namedBy = (ssm: Ssm, given: string): Named => {
  const own = /^arn:aws:ssm:([^:]*):([^:]*):parameter\/(.+)$/.exec(given);
  if (own && (own[1] !== ssm.region || own[2] !== ssm.accountId))
    throw invalid('The embedded runtime has no parameters of other accounts or regions.');
  const [name = '', selector, ...more] = (own?.[3] ?? given).split(':');
  if (more.length > 0 || given.startsWith('arn:') !== Boolean(own)) throw invalid('Invalid parameter name or ARN.');
  // The ARN of `/a/b` and that of `a/b` are one, and only the first can be there.
  const full = own && name.includes('/') ? `/${name}` : name;
  const known =
    own && !name.includes('/') && !ssm.store.latest(name) && ssm.store.latest(`/${name}`) ? `/${name}` : full;
  return { name: known, ...(selector === undefined ? {} : { selector }) };
};
