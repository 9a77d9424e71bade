import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud } from '../aws/service.ts';
import type { FunctionConfiguration } from './configuration.ts';

type Role = Pick<FunctionConfiguration, 'name' | 'roleArn' | 'deadLetterArn'> & { traced: boolean };

/** Throws `InvalidParameterValueException` for a function whose role Lambda may not take on, or that lacks a right which Lambda looks for when a function is made. */
export type CheckRole = (role: Role) => void;

/** Actions that a dead-letter target needs, by its service. */
const DEAD_LETTERS: Readonly<Record<string, string>> = { sqs: 'SendMessage', sns: 'Publish' };

export const createCheckRole =
  (cloud: () => Cloud, principalOf: (roleArn: string, sessionName: string) => Principal): CheckRole =>
  ({ name, roleArn, deadLetterArn, traced }) => {
    const role = assumed(() => principalOf(roleArn, name));
    const require = (service: string, action: string, resource: string): void => {
      const refused = cloud().refusalOf('lambda', role, { action: `${service}:${action}`, resource });
      if (!refused) return;
      const message = `The provided execution role does not have permissions to call ${action} on ${service.toUpperCase()}`;
      throw invalid(message, refused.message.split('\n')[1]);
    };
    if (traced) require('xray', 'PutTraceSegments', '*');
    const [, , service = ''] = deadLetterArn?.split(':') ?? [];
    const action = DEAD_LETTERS[service];
    if (deadLetterArn !== undefined && action) require(service, action, deadLetterArn);
  };

const assumed = (principalOf: () => Principal): Principal => {
  try {
    return principalOf();
  } catch (cause) {
    if (!(cause instanceof AwsError)) throw cause;
    throw invalid('The role defined for the function cannot be assumed by Lambda.', cause.message.split('\n').at(-1));
  }
};

const invalid = (message: string, hint: string | undefined): AwsError =>
  new AwsError('InvalidParameterValueException', [message, ...(hint ? [hint] : [])].join('\n'), 400);
