import type { DatabaseSync } from 'node:sqlite';
import type { DeployedStack } from '../assembly/deploy.ts';
import type { LookUp } from '../assembly/dynamic-references.ts';
import { physicalName } from '../assembly/physical-name.ts';
import type { DeployContext, ResourceType } from '../assembly/resource-type.ts';
import { honouring } from '../aws/honouring.ts';
import { queryHandler } from '../aws/query.ts';
import type { Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createStack } from './actions/create-stack.ts';
import { deleteStack } from './actions/delete-stack.ts';
import { describeStackEvents } from './actions/describe-stack-events.ts';
import {
  describeStackResource,
  describeStackResources,
  listStackResources,
} from './actions/describe-stack-resources.ts';
import { describeStacks } from './actions/describe-stacks.ts';
import { getTemplate } from './actions/get-template.ts';
import { listExports } from './actions/list-exports.ts';
import { listStacks } from './actions/list-stacks.ts';
import { updateStack } from './actions/update-stack.ts';
import { validateTemplate } from './actions/validate-template.ts';
import { createAssembled } from './assembled.ts';
import { createExports } from './exports.ts';
import { CLOUDFORMATION_HONOURED } from './honoured.ts';
import { createLifecycle } from './lifecycle.ts';
import type { CloudFormation } from './state.ts';
import { createStackStore } from './store.ts';

export type CloudFormationOptions = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  /** Folder of the cloud assembly. */
  assemblyFolder: string;
  /** The types that templates may have; asked when the first stack is carried out. */
  resourceTypes: () => readonly ResourceType[];
  /** Where templates' references are looked up. */
  lookUp?: LookUp;
};

/** CloudFormation: tells of the stacks of the cloud assembly, and carries out and keeps those that come over the wire. */
export const createCloudFormation = (options: CloudFormationOptions) => {
  const { database, clock, accountId, region, assemblyFolder, resourceTypes, lookUp } = options;
  const place = { accountId, region };
  const store = createStackStore(database, clock);
  let byName: ReadonlyMap<string, ResourceType> | undefined;
  const types = (): ReadonlyMap<string, ResourceType> => {
    byName ??= new Map(resourceTypes().map((type) => [type.type, type]));
    return byName;
  };
  const contextOf = (stackId: string): DeployContext => ({
    ...place,
    assemblyFolder,
    physicalName: (resource, longest) => physicalName(resource, longest, stackId),
  });
  const lifecycle = createLifecycle({ types, store, exports: createExports(), place: { ...place, lookUp }, contextOf });
  const assembled = createAssembled(place, clock.now());
  const cloudFormation: CloudFormation = { clock, ...place, store, lifecycle, assembled, types, lookUp };
  const service: Service = {
    name: 'cloudformation',
    operations: honouring(
      {
        CreateStack: createStack(cloudFormation),
        DeleteStack: deleteStack(cloudFormation),
        DescribeStackEvents: describeStackEvents(cloudFormation),
        DescribeStackResource: describeStackResource(cloudFormation),
        DescribeStackResources: describeStackResources(cloudFormation),
        DescribeStacks: describeStacks(cloudFormation),
        GetTemplate: getTemplate(cloudFormation),
        ListExports: listExports(cloudFormation),
        ListStackResources: listStackResources(cloudFormation),
        ListStacks: listStacks(cloudFormation),
        UpdateStack: updateStack(cloudFormation),
        ValidateTemplate: validateTemplate(cloudFormation),
      },
      CLOUDFORMATION_HONOURED,
    ),
    handle: queryHandler('cloudformation', 'http://cloudformation.amazonaws.com/doc/2010-05-15/'),
  };
  return {
    service,
    /** Tells what the cloud assembly became. */
    show: (deployed: readonly DeployedStack[]): void => assembled.show(deployed),
    /** What the cloud assembly exports to them. */
    exports: lifecycle.exports,
    /** Carries out again the stacks that came over the wire; answers a line for each that could not be. */
    restore: lifecycle.restore,
    close: lifecycle.close,
  };
};
