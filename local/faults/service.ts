import type { Cloud, Service } from '../aws/service.ts';
import { addFault } from './actions/add-fault.ts';
import { listFaults } from './actions/list-faults.ts';
import { removeFault } from './actions/remove-fault.ts';
import type { Faults } from './faults.ts';

/** Faults on demand over the wire. No part of AWS, so no role can be granted it: the laptop's owner alone may use it. */
export const faultsService = (faults: Faults, cloud: () => Cloud): Service => ({
  name: 'faults',
  json: { targetPrefix: 'EmbeddedRuntimeFaults', version: '1.1' },
  operations: {
    AddFault: addFault(faults, cloud),
    ListFaults: listFaults(faults),
    RemoveFault: removeFault(faults),
  },
});
