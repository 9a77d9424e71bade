import type { DeployedStack } from '../assembly/deploy.ts';
import { AwsError } from '../aws/error.ts';
import type { Permission } from '../aws/service.ts';
import { invalid } from './errors.ts';
import type { CloudFormation } from './state.ts';
import type { StackRow } from './store.ts';

/** A stack by name, or by id, which still finds one that is deleted. */
export const findStack = ({ store, assembled }: CloudFormation, nameOrId: string): StackRow | DeployedStack => {
  const stack = assembled.find(nameOrId) ?? store.named(nameOrId) ?? store.find(nameOrId);
  if (!stack) throw invalid(`Stack with id ${nameOrId} does not exist`);
  return stack;
};

export const isRow = (stack: StackRow | DeployedStack): stack is StackRow => 'id' in stack;

/** A stack that may be changed; undefined where there is none. Throws for one of the cloud assembly. */
export const changeable = ({ store, assembled }: CloudFormation, nameOrId: string): StackRow | undefined => {
  const own = assembled.find(nameOrId);
  if (own) {
    const message = `Stack [${own.name}] is of the cloud assembly that the embedded runtime was started with: change it there, and start the runtime again`;
    throw invalid(message);
  }
  return store.named(nameOrId) ?? store.find(nameOrId);
};

/** Throws where work on a stack is under way or it is not in a state for `verb`. */
export const checkStatus = ({ id, status }: StackRow, verb: string, fitting: (status: string) => boolean): void => {
  if (fitting(status)) return;
  throw invalid(`Stack:${id} is in ${status} state and can not be ${verb}.`);
};

type Named = { StackName?: string };

export const permissionOn =
  ({ region, accountId }: CloudFormation, action: string) =>
  ({ StackName }: Named): Permission[] => {
    const arn = (name: string) => `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/*`;
    const resource = StackName === undefined ? '*' : StackName.startsWith('arn:') ? StackName : arn(StackName);
    return [{ action: `cloudformation:${action}`, resource }];
  };

/**
 * Throws for whoever is not the owner of the laptop. On AWS a stack does what its caller may do; here resources are made
 * without asking, so nobody else may have that done.
 */
export const checkOwner = (policies: unknown): void => {
  if (policies === 'administrator') return;
  const message = 'In the embedded runtime only its owner changes stacks: sign with the keys test and test.';
  throw new AwsError('AccessDenied', message, 403);
};
