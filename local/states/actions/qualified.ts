import type { Core } from '../core.ts';
import type { Route } from '../store/aliases.ts';
import type { MachineRow } from '../store/machines.ts';
import type { VersionRow } from '../store/versions.ts';
import { checkArn, machineOf } from './arns.ts';
import { machineDoesNotExist } from './errors.ts';

/** A machine with the settings of the version or alias that an ARN names, if it names one. */
export type Qualified = { machine: MachineRow; version?: VersionRow; aliasArn?: string };

/** Takes an ARN apart: `…:stateMachine:name` and what follows it, a version's number or an alias's name. */
export const splitQualifier = (arn: string): { unqualified: string; qualifier: string | undefined } => {
  const parts = arn.split(':');
  return { unqualified: parts.slice(0, 7).join(':'), qualifier: parts[7] };
};

/** The machine or version that an ARN names. Throws `InvalidArn` or `StateMachineDoesNotExist`. */
export const machineOrVersionOf = (core: Core, arn: unknown): Qualified => {
  checkArn(arn, 'stateMachine');
  const { unqualified, qualifier } = splitQualifier(arn);
  if (qualifier === undefined) return { machine: machineOf(core, arn) };
  const machine = core.machines.byArn(unqualified);
  const version = core.versions.byArn(arn);
  if (!machine || !version) throw machineDoesNotExist(arn);
  const { definition, role_arn, logging, tracing, revision_id } = version;
  return { machine: { ...machine, definition, role_arn, logging, tracing, revision_id }, version };
};

/** What an execution that is started by an ARN runs; an alias leads to one of its versions by their weights. */
export const startedBy = (core: Core, arn: unknown): Qualified => {
  checkArn(arn, 'stateMachine');
  const alias = splitQualifier(arn).qualifier === undefined ? undefined : core.aliases.byArn(arn);
  if (!alias) return machineOrVersionOf(core, arn);
  const routes = JSON.parse(alias.routing) as Route[];
  return { ...machineOrVersionOf(core, pick(routes, core.random())), aliasArn: alias.arn };
};

/** `at` in [0, 1) says where on the scale of weights, which are percents. */
const pick = (routes: readonly Route[], at: number): string | undefined => {
  let reached = 0;
  const route = routes.find(({ weight }) => {
    reached += weight;
    return at * 100 < reached;
  });
  return (route ?? routes.at(-1))?.stateMachineVersionArn;
};
