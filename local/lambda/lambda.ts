import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Principal } from '../aws/principal.ts';
import type { Cloud, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { AsyncQueue } from './async-queue.ts';
import { createCheckRole } from './check-role.ts';
import { Destinations } from './destinations.ts';
import { eventInvokeConfigResource } from './event-invoke-config-resource.ts';
import { createInvoke } from './event-sources/invoke.ts';
import type { Mapping } from './event-sources/mapping.ts';
import { Mappings, type MappingsOptions } from './event-sources/mappings.ts';
import { eventSourceMappingResource } from './event-sources/resource.ts';
import { createMappingStore } from './event-sources/store.ts';
import { toFailureDestination } from './event-sources/to-destination.ts';
import { Functions } from './functions.ts';
import { Host, type HostOptions } from './host.ts';
import { createInlineCode } from './inline-code.ts';
import { mayLog } from './may-log.ts';
import { lambdaOperations } from './operations.ts';
import { Overrides } from './overrides.ts';
import { type AssetFolder, aliasResource, functionResource, permissionResource, versionResource } from './resources.ts';
import { handle } from './rest.ts';
import type { Lambda } from './state.ts';

export type LambdaOptions = HostOptions & {
  accountId: string;
  database: DatabaseSync;
  clock: Clock;
  assetFolder: AssetFolder;
  /** Where code that stands in templates is kept. */
  codeFolder: string;
  cloud: () => Cloud;
  /** A function's role as Lambda takes it on. Throws where it is not there or does not trust Lambda. */
  principalOf: (roleArn: string, sessionName: string) => Principal;
  /** Told how long each asynchronous event waited for an attempt, in milliseconds. */
  onAge?: (name: string, age: number) => void;
} & Pick<MappingsOptions, 'onWrite' | 'lookEvery'>;

/** Lambda: the functions of the template, run as they are deployed, with their event source mappings. */
export const createLambda = (options: LambdaOptions) => {
  const { database, clock, region, accountId, cloud } = options;
  const functions = new Functions(options, new Overrides(database));
  const host = new Host({
    ...options,
    scratchFolder: join(options.codeFolder, 'tmp'),
    mayLog: (configuration, stream) =>
      mayLog(cloud(), options.principalOf(configuration.roleArn, configuration.name), configuration, stream, options),
  });
  const principalOf: MappingsOptions['principalOf'] = ({ configuration: { roleArn, name } }) =>
    options.principalOf(roleArn, name);
  const destinations = new Destinations({ database, clock, functions, cloud, principalOf });
  const queue = new AsyncQueue({ database, clock, functions, host, destinations, onAge: options.onAge });
  const mappings = new Mappings({
    ...{ clock, region, accountId, functions, cloud, principalOf },
    store: createMappingStore(database),
    invoke: createInvoke(functions, host),
    toDestination: (mapping: Mapping, record, event) => toFailureDestination(destinations, mapping, record, event),
    onWrite: options.onWrite,
    lookEvery: options.lookEvery,
  });
  const lambda: Lambda = { clock, functions, host, queue, mappings };
  const service: Service = {
    name: 'lambda',
    operations: lambdaOperations(lambda),
    handle,
    policyOf: (arn) => functions.policies.of(arn),
  };
  const resourceTypes: ResourceType[] = [
    functionResource(functions, {
      assetFolder: options.assetFolder,
      inlineCode: createInlineCode(options.codeFolder),
      checkRole: createCheckRole(cloud, options.principalOf),
    }),
    versionResource(functions),
    aliasResource(functions),
    permissionResource(functions),
    eventInvokeConfigResource(functions, clock),
    eventSourceMappingResource(mappings),
  ];
  return {
    ...lambda,
    service,
    resourceTypes,
    /** Goes on with asynchronous invocations of an earlier run and begins to read event sources; answers how many go on. */
    resume(): number {
      const resumed = destinations.resume() + queue.resume();
      mappings.start();
      return resumed;
    },
    async close(): Promise<void> {
      // What instances answer when they are ended says nothing about their functions.
      mappings.close();
      const closing = Promise.all([queue.close(), destinations.close()]);
      await Promise.all([host.close(), closing]);
    },
  };
};
