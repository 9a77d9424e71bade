import type { Operation } from '../../../aws/service.ts';
import { changeStore, requireKey, requirePair } from '../change.ts';
import { invalid, type KeyValues, permissionOn } from '../state.ts';

/** Most keys that one call may change. */
const MOST = 50;

type Named = { Key?: unknown; Value?: unknown };
type Input = { KvsARN: string; IfMatch: string; Puts?: readonly Named[]; Deletes?: readonly Named[] };

/** Changes many keys, all of them or none. */
export const updateKeys = (keyValues: KeyValues): Operation => ({
  members: ['KvsARN', 'IfMatch', 'Puts', 'Deletes'],
  permissions: permissionOn('UpdateKeys'),
  run(input: Input) {
    const puts = itemsOf('Puts', input.Puts).map(requirePair);
    const deletes = itemsOf('Deletes', input.Deletes).map(({ Key }) => requireKey(Key));
    const keys = [...puts.map(({ key }) => key), ...deletes];
    if (keys.length === 0) throw invalid('Puts or Deletes must name at least one key.');
    if (keys.length > MOST) throw invalid(`Puts and Deletes must together be at most ${MOST} keys.`);
    if (new Set(keys).size < keys.length) throw invalid('Puts and Deletes must name each key once.');
    return changeStore(keyValues, input, { puts, deletes });
  },
});

const itemsOf = (member: string, items: unknown): readonly Named[] => {
  if (items === undefined || items === null) return [];
  if (Array.isArray(items) && items.every((item) => typeof item === 'object' && item !== null)) return items;
  throw invalid(`${member} must be a list of keys.`);
};
