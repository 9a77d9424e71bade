import type { MapNode, SystemMap } from './system-map.ts';

/** Where several have a name, what others most often mean by it. */
const FIRST: readonly MapNode['kind'][] = ['function', 'workflow', 'queue', 'table'];

/** The part that an address names: by its key, its name, or its name in the account. */
export const findNode = ({ nodes }: SystemMap, name: string): MapNode | undefined => {
  const byName = nodes.filter((node) => node.name === name);
  return (
    nodes.find(({ key }) => key === name) ??
    FIRST.flatMap((kind) => byName.find((node) => node.kind === kind) ?? [])[0] ??
    byName[0] ??
    nodes.find(
      ({ physicalId }) => physicalId !== '' && (physicalId === name || physicalId.split(/[/|:]/).at(-1) === name),
    )
  );
};
