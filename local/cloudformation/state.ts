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
};

/** What stacks are carried out with. */
export type Workshop = {
  types: () => ReadonlyMap<string, ResourceType>;
  store: StackStore;
  exports: Exports;
  place: { accountId: string; region: string };
  contextOf(stackId: string): DeployContext;
  /** Whether the runtime ends: nothing new is begun then. */
  closed(): boolean;
};
