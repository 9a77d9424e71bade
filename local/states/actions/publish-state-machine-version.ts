import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { VersionRow } from '../store/versions.ts';
import { machineOf, seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { machineDeleting } from './errors.ts';
import { published } from './machine-answer.ts';
import { descriptionRules } from './machine-input.ts';
import { operation } from './operation.ts';

type Input = { stateMachineArn?: string; revisionId?: string; description?: string };

/** What AWS calls the revision of a machine that was never updated. */
const INITIAL = 'INITIAL';

/** Publishes what a machine is now as a version; a second call for the same revision answers the first one's. */
export const publishStateMachineVersion = (core: Core) =>
  operation<Input>('PublishStateMachineVersion', 'stateMachineArn', (input) => {
    const { arn, created_at } = publish(core, input);
    return { stateMachineVersionArn: arn, creationDate: seconds(created_at) };
  });

/** Throws `ConflictException` where the machine is of another revision than the one that is given. */
export const publish = (core: Core, { stateMachineArn, revisionId, description }: Input): VersionRow => {
  check(requiredArn('stateMachineArn', stateMachineArn), descriptionRules(description));
  const machine = machineOf(core, stateMachineArn);
  if (machine.status === 'DELETING') throw machineDeleting(machine.arn);
  const current = machine.revision_id ?? INITIAL;
  if (revisionId && revisionId !== current) {
    const message = `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${current}.`;
    throw new AwsError('ConflictException', message);
  }
  return published(core, machine, description);
};
