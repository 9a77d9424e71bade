import { AwsError } from '../aws/error.ts';
import { namedBy } from './names.ts';
import type { Parameter } from './parameter.ts';
import type { Ssm } from './state.ts';

export type Found = { parameter: Parameter; selector?: string };

/**
 * The parameter that a name asks for: its latest version, or that of the version or label behind a colon.
 * Throws `ParameterNotFound` and `ParameterVersionNotFound`.
 */
export const found = (ssm: Ssm, given: string): Found => {
  const { name, selector } = namedBy(ssm, given);
  const latest = ssm.store.latest(name);
  if (!latest) throw new AwsError('ParameterNotFound', `Parameter ${given} not found.`);
  if (selector === undefined) return { parameter: latest };
  const parameter = ssm.store
    .versions(name)
    .find(({ version, labels }) => String(version) === selector || labels.includes(selector));
  if (parameter) return { parameter, selector: `:${selector}` };
  throw new AwsError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${selector} of ${name}. Verify the version and try again.`,
  );
};
