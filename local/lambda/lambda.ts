import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { getFunction, getFunctionConfiguration, listAliases, listFunctions } from './actions/describe.ts';
import { invoke } from './actions/invoke.ts';
import { AsyncQueue } from './async-queue.ts';
import type { SendToDestination } from './destinations.ts';
import { Functions } from './functions.ts';
import { Host, type HostOptions } from './host.ts';
import { createInlineCode } from './inline-code.ts';
import {
  type AssetFolder,
  aliasResource,
  eventInvokeConfigResource,
  functionResource,
  permissionResource,
  versionResource,
} from './resources.ts';
import { handle } from './rest.ts';
import type { Lambda } from './state.ts';

export type LambdaOptions = HostOptions & {
  accountId: string;
  database: DatabaseSync;
  clock: Clock;
  assetFolder: AssetFolder;
  /** Where code that stands in templates is kept. */
  codeFolder: string;
  sendToDestination: SendToDestination;
};

/** Lambda: the functions of the template, run as they are deployed. */
export const createLambda = (options: LambdaOptions) => {
  const functions = new Functions(options);
  const host = new Host(options);
  const queue = new AsyncQueue(options.database, options.clock, functions, host, options.sendToDestination);
  const lambda: Lambda = { functions, host, queue };
  const service: Service = {
    name: 'lambda',
    operations: {
      Invoke: invoke(lambda),
      GetFunction: getFunction(lambda),
      GetFunctionConfiguration: getFunctionConfiguration(lambda),
      ListFunctions: listFunctions(lambda),
      ListAliases: listAliases(lambda),
    },
    handle,
    policyOf: (arn) => functions.policyOf(arn),
  };
  const resourceTypes: ResourceType[] = [
    functionResource(functions, {
      assetFolder: options.assetFolder,
      inlineCode: createInlineCode(options.codeFolder),
    }),
    versionResource(functions),
    aliasResource(functions),
    permissionResource(functions),
    eventInvokeConfigResource(functions),
  ];
  return {
    ...lambda,
    service,
    resourceTypes,
    /** Goes on with asynchronous invocations of an earlier run. */
    resume: () => queue.resume(),
    async close(): Promise<void> {
      host.close();
      await queue.close();
    },
  };
};
