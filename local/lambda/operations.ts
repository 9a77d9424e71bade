import type { Operation } from '../aws/service.ts';
import { addPermission } from './actions/add-permission.ts';
import { createEventSourceMapping } from './actions/create-event-source-mapping.ts';
import { deleteEventSourceMapping } from './actions/delete-event-source-mapping.ts';
import { deleteFunctionConcurrency } from './actions/delete-function-concurrency.ts';
import { deleteFunctionEventInvokeConfig } from './actions/delete-function-event-invoke-config.ts';
import { getFunction, getFunctionConfiguration, listAliases, listFunctions } from './actions/describe.ts';
import { getAccountSettings } from './actions/get-account-settings.ts';
import { getAlias } from './actions/get-alias.ts';
import { getEventSourceMapping } from './actions/get-event-source-mapping.ts';
import { getFunctionConcurrency } from './actions/get-function-concurrency.ts';
import { getFunctionEventInvokeConfig } from './actions/get-function-event-invoke-config.ts';
import { getFunctionRecursionConfig } from './actions/get-function-recursion-config.ts';
import { getPolicy } from './actions/get-policy.ts';
import { invoke } from './actions/invoke.ts';
import { listEventSourceMappings } from './actions/list-event-source-mappings.ts';
import { listFunctionEventInvokeConfigs } from './actions/list-function-event-invoke-configs.ts';
import { listTags } from './actions/list-tags.ts';
import { listVersionsByFunction } from './actions/list-versions-by-function.ts';
import { putFunctionConcurrency } from './actions/put-function-concurrency.ts';
import { putFunctionEventInvokeConfig } from './actions/put-function-event-invoke-config.ts';
import { putFunctionRecursionConfig } from './actions/put-function-recursion-config.ts';
import { removePermission } from './actions/remove-permission.ts';
import { updateEventSourceMapping } from './actions/update-event-source-mapping.ts';
import { updateFunctionEventInvokeConfig } from './actions/update-function-event-invoke-config.ts';
import type { Lambda } from './state.ts';

export const lambdaOperations = (lambda: Lambda): Record<string, Operation> => ({
  AddPermission: addPermission(lambda),
  CreateEventSourceMapping: createEventSourceMapping(lambda),
  DeleteEventSourceMapping: deleteEventSourceMapping(lambda),
  DeleteFunctionConcurrency: deleteFunctionConcurrency(lambda),
  DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig(lambda),
  GetAccountSettings: getAccountSettings(lambda),
  GetAlias: getAlias(lambda),
  GetEventSourceMapping: getEventSourceMapping(lambda),
  GetFunction: getFunction(lambda),
  GetFunctionConcurrency: getFunctionConcurrency(lambda),
  GetFunctionConfiguration: getFunctionConfiguration(lambda),
  GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig(lambda),
  GetFunctionRecursionConfig: getFunctionRecursionConfig(lambda),
  GetPolicy: getPolicy(lambda),
  Invoke: invoke(lambda),
  ListAliases: listAliases(lambda),
  ListEventSourceMappings: listEventSourceMappings(lambda),
  ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs(lambda),
  ListFunctions: listFunctions(lambda),
  ListTags: listTags(lambda),
  ListVersionsByFunction: listVersionsByFunction(lambda),
  PutFunctionConcurrency: putFunctionConcurrency(lambda),
  PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig(lambda),
  PutFunctionRecursionConfig: putFunctionRecursionConfig(lambda),
  RemovePermission: removePermission(lambda),
  UpdateEventSourceMapping: updateEventSourceMapping(lambda),
  UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig(lambda),
});
