import type { Operation } from '../aws/service.ts';
import { createEventSourceMapping } from './actions/create-event-source-mapping.ts';
import { deleteEventSourceMapping } from './actions/delete-event-source-mapping.ts';
import { getFunction, getFunctionConfiguration, listAliases, listFunctions } from './actions/describe.ts';
import { getEventSourceMapping } from './actions/get-event-source-mapping.ts';
import { invoke } from './actions/invoke.ts';
import { listEventSourceMappings } from './actions/list-event-source-mappings.ts';
import { updateEventSourceMapping } from './actions/update-event-source-mapping.ts';
import type { Lambda } from './state.ts';

export const lambdaOperations = (lambda: Lambda): Record<string, Operation> => ({
  Invoke: invoke(lambda),
  GetFunction: getFunction(lambda),
  GetFunctionConfiguration: getFunctionConfiguration(lambda),
  ListFunctions: listFunctions(lambda),
  ListAliases: listAliases(lambda),
  CreateEventSourceMapping: createEventSourceMapping(lambda),
  GetEventSourceMapping: getEventSourceMapping(lambda),
  ListEventSourceMappings: listEventSourceMappings(lambda),
  UpdateEventSourceMapping: updateEventSourceMapping(lambda),
  DeleteEventSourceMapping: deleteEventSourceMapping(lambda),
});
