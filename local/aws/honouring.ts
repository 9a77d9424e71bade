import type { Operation } from './service.ts';

/** What operations make of the members of their inputs; see `Operation`. */
export type Honoured = Pick<Operation, 'members' | 'withoutEffect' | 'differs'>;

/** Operations with what a table says of each. Throws where the table lacks one: none may leave out unsaid what it ignores. */
export const honouring = (
  operations: Readonly<Record<string, Operation>>,
  table: Readonly<Record<string, Honoured>>,
): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => {
      const honoured = table[name] ?? (operation.members ? {} : undefined);
      if (!honoured) throw new Error(`Nothing says which members ${name} honours.`);
      return [name, { ...operation, ...honoured }];
    }),
  );

/** Members as a list, written as one text with spaces between them. */
export const named = (members: string): string[] => members.split(' ').filter((name) => name !== '');
