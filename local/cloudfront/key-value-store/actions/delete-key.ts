import type { Operation } from '../../../aws/service.ts';
import { changeStore, requireKey } from '../change.ts';
import { type KeyValues, permissionOn } from '../state.ts';

/** Takes one key away. */
export const deleteKey = (keyValues: KeyValues): Operation => ({
  members: ['KvsARN', 'IfMatch', 'Key'],
  permissions: permissionOn('DeleteKey'),
  run: (input: { KvsARN: string; IfMatch: string; Key: string }) =>
    changeStore(keyValues, input, { puts: [], deletes: [requireKey(input.Key)] }),
});
