import type { Output } from '../assembly/open-stack.ts';
import type { StackRow } from './store.ts';

type Exported = { value: string; stackId: string; stackName: string };

/** What stacks export to each other, and who imports it. */
export const createExports = () => {
  const exported = new Map<string, Exported>();
  const imports = new Map<string, Set<string>>();

  return {
    /** Takes the exports of the cloud assembly in place of those that it had. */
    assembled(values: ReadonlyMap<string, string>): void {
      for (const [name, { stackId }] of exported) if (stackId === '') exported.delete(name);
      for (const [name, value] of values) exported.set(name, { value, stackId: '', stackName: 'the cloud assembly' });
    },
    /** The exports as one stack sees them; what it looks up counts as imported by it. */
    seenBy(stackId: string): { get(name: string): string | undefined } {
      const seen = new Set<string>();
      imports.set(stackId, seen);
      return {
        get(name) {
          seen.add(name);
          return exported.get(name)?.value;
        },
      };
    },
    /** Sets the exports of a stack. Throws where another stack has one of that name. */
    put({ id, name: stackName }: Pick<StackRow, 'id' | 'name'>, outputs: readonly Output[]): void {
      const wanted = outputs.flatMap(({ exportName, value }) =>
        exportName === undefined ? [] : [{ exportName, value }],
      );
      for (const { exportName } of wanted) {
        const other = exported.get(exportName);
        if (other && other.stackId !== id)
          throw new Error(`Export with name ${exportName} is already exported by stack ${other.stackName}`);
      }
      for (const [name, { stackId }] of exported) if (stackId === id) exported.delete(name);
      for (const { exportName, value } of wanted) exported.set(exportName, { value, stackId: id, stackName });
    },
    drop(id: string): void {
      for (const [name, { stackId }] of exported) if (stackId === id) exported.delete(name);
      imports.delete(id);
    },
    /** Throws where a stack imports what the cloud assembly exports no longer, or otherwise: that cannot change under it. */
    requireKept(values: ReadonlyMap<string, string>): void {
      for (const [name, { stackId, value }] of exported) {
        if (stackId !== '' || values.get(name) === value) continue;
        const user = [...imports].find(([, names]) => names.has(name));
        const what = values.has(name) ? 'updated' : 'deleted';
        if (user) throw new Error(`Export ${name} cannot be ${what} as it is in use by ${user[0].split('/')[1]}`);
      }
    },
    /** Why a stack cannot go: another one imports from it. */
    neededOf(id: string): string | undefined {
      for (const [name, { stackId }] of exported) {
        const user = [...imports].find(([other, names]) => other !== id && stackId === id && names.has(name));
        if (user) return `Export ${name} cannot be deleted as it is in use by ${user[0].split('/')[1]}`;
      }
      return undefined;
    },
    all: (): { name: string; value: string; stackId: string }[] =>
      [...exported].map(([name, { value, stackId }]) => ({ name, value, stackId })),
  };
};

export type Exports = ReturnType<typeof createExports>;
