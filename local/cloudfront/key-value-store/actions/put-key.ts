import type { Operation } from '../../../aws/service.ts';
import { changeStore, requirePair } from '../change.ts';
import { type KeyValues, permissionOn } from '../state.ts';

/** Gives one key a value. */
export const putKey = (keyValues: KeyValues): Operation => ({
  members: ['KvsARN', 'IfMatch', 'Key', 'Value'],
  permissions: permissionOn('PutKey'),
  run: (input: { KvsARN: string; IfMatch: string; Key: string; Value: string }) =>
    changeStore(keyValues, input, { puts: [requirePair(input)], deletes: [] }),
});
