import { AwsError } from '../../aws/error.ts';
import { startExecution } from '../integrations/start-execution.ts';
import type { Visit } from '../interpreter/visit.ts';

/** The role of a machine must be allowed to start executions of the machine itself. Throws the error of one that is not. */
export const authorise = ({ run: { core, row } }: Visit): void => {
  // A Distributed Map within a child asks for the machine that both belong to.
  const [resource = ''] = row.machine_arn.split('/');
  try {
    const principal = core.principalOf(row.role_arn);
    const permission = { action: 'states:StartExecution', resource };
    const refused = core.cloud().refusalOf('states', principal, permission);
    if (refused) throw refused;
  } catch (error) {
    throw error instanceof AwsError ? startExecution.failure(error) : error;
  }
};
