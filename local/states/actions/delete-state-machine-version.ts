import { check } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import { checkArn } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';

type Input = { stateMachineVersionArn?: string };

/** Deletes a version that no alias leads to. One that does not exist is deleted already; what it started runs on. */
export const deleteStateMachineVersion = (core: Core) =>
  operation<Input>('DeleteStateMachineVersion', 'stateMachineVersionArn', ({ stateMachineVersionArn }) => {
    check(requiredArn('stateMachineVersionArn', stateMachineVersionArn));
    checkArn(stateMachineVersionArn, 'stateMachine');
    removeVersion(core, stateMachineVersionArn);
    return {};
  });

/** Throws `ConflictException` where an alias leads to the version. */
export const removeVersion = (core: Core, arn: string): void => {
  const version = core.versions.byArn(arn);
  if (!version) return;
  const aliases = core.aliases.routedTo(version.machine_arn, version.arn);
  if (aliases.length > 0) {
    const message = `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${aliases.join(', ')}]`;
    throw new AwsError('ConflictException', message);
  }
  core.versions.remove(version.arn);
};
