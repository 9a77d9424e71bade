import { assemblyStackId, type DeployedStack } from '../assembly/deploy.ts';

/** What the cloud assembly became, told as CloudFormation tells it. */
export type Assembled = {
  stacks(): readonly DeployedStack[];
  /** Finds a stack by name or id. */
  find(nameOrId: string): DeployedStack | undefined;
  idOf(name: string): string;
  /** When the assembly was carried out, in milliseconds since the epoch. */
  at: number;
  show(stacks: readonly DeployedStack[]): void;
};

export const createAssembled = (place: { accountId: string; region: string }, at: number): Assembled => {
  let shown: readonly DeployedStack[] = [];
  const idOf = (name: string): string => assemblyStackId(name, place);
  return {
    stacks: () => shown,
    find: (nameOrId) => shown.find(({ name }) => name === nameOrId || idOf(name) === nameOrId),
    idOf,
    at,
    show: (stacks) => {
      shown = stacks;
    },
  };
};
