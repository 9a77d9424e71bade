import type { LookUp, Place } from '../assembly/dynamic-references.ts';
import type { DeployContext, ResourceType } from '../assembly/resource-type.ts';
import type { Clock } from '../clock.ts';
import type { Assembled } from './assembled.ts';
import type { Exports } from './exports.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { StackStore } from './store.ts';

/** What CloudFormation's actions work on. */
export type CloudFormation = {
  clock: Clock;
  accountId: string;
  region: string;
  store: StackStore;
  lifecycle: Lifecycle;
  /** The stacks of the cloud assembly, which only a new assembly changes. */
  assembled: Assembled;
  types: () => ReadonlyMap<string, ResourceType>;
  /** Where parameters that name parameters of Parameter Store are looked up. */
  lookUp?: LookUp;
};

/** What stacks are carried out with. */
export type Workshop = {
  types: () => ReadonlyMap<string, ResourceType>;
  store: StackStore;
  exports: Exports;
  place: Place;
  contextOf(stackId: string): DeployContext;
  /** Whether the runtime ends: nothing new is begun then. */
  closed(): boolean;
};
