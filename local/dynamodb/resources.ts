import type { Created, DeployContext, Resource, ResourceType } from '../assembly/resource-type.ts';
import { tableArn } from './permissions.ts';
import type { Call } from './time-to-live.ts';

type Index = { IndexName: string; KeySchema: KeyElement[]; Projection: object };
type KeyElement = { AttributeName: string; KeyType: string };
type TableProperties = {
  TableName?: string;
  KeySchema: KeyElement[];
  AttributeDefinitions: object[];
  GlobalSecondaryIndexes?: Index[];
  LocalSecondaryIndexes?: Index[];
  StreamSpecification?: { StreamViewType?: string };
  TimeToLiveSpecification?: { AttributeName?: string; Enabled?: boolean | string };
};
type Description = {
  TableId: string;
  TableStatus?: string;
  KeySchema: KeyElement[];
  GlobalSecondaryIndexes?: (Index & { IndexStatus?: string })[];
  StreamSpecification?: { StreamEnabled?: boolean; StreamViewType?: string };
  LatestStreamArn?: string;
};

const HONOURED = [
  'TableName',
  'KeySchema',
  'AttributeDefinitions',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
  'StreamSpecification',
  'TimeToLiveSpecification',
];

const WITHOUT_EFFECT = {
  BillingMode: 'nothing is billed here',
  ProvisionedThroughput: 'throughput is not limited here',
  OnDemandThroughput: 'throughput is not limited here',
  WarmThroughput: 'throughput is not limited here',
  WriteProvisionedThroughputSettings: 'throughput is not limited here',
  WriteOnDemandThroughputSettings: 'throughput is not limited here',
  PointInTimeRecoverySpecification: 'tables are not backed up here: copy the data folder',
  SSESpecification: 'the laptop encrypts its own disk',
  DeletionProtectionEnabled: 'no table is ever deleted by a change of the cloud assembly here',
  ContributorInsightsSpecification: 'there are no metrics here',
  TableClass: 'nothing is billed here',
  Tags: 'nothing reads them',
  Replicas: 'there is one region here',
};

/** Longest table name. */
const LONGEST_NAME = 255;

/** `AWS::DynamoDB::Table` and `AWS::DynamoDB::GlobalTable`, which are the same in one region. */
export const tableResources = (
  call: Call,
  place: { region: string; accountId: string },
  ttlChanged: () => void,
): ResourceType[] =>
  ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].map((type) => ({
    type,
    honoured: HONOURED,
    withoutEffect: WITHOUT_EFFECT,
    async create(resource, context): Promise<Created> {
      const properties = resource.properties as TableProperties;
      const name = nameOf(resource, context);
      const existing = await describe(call, name);
      if (existing) await update(call, name, properties, existing, resource);
      else await create(call, name, properties);
      await whenActive(call, name);
      if (await setTimeToLive(call, name, properties)) ttlChanged();
      const { LatestStreamArn, TableId } = (await describe(call, name)) as Description;
      return {
        ref: name,
        attributes: { Arn: tableArn(name, place), TableId, ...(LatestStreamArn && { StreamArn: LatestStreamArn }) },
      };
    },
    async taken(resource, context) {
      const name = nameOf(resource, context);
      return (await describe(call, name)) && name;
    },
    async remove(resource, { ref }) {
      if (String(resource.properties.DeletionProtectionEnabled) === 'true')
        throw new Error(`Resource cannot be deleted as it is currently protected against deletion: table ${ref}`);
      if (!(await describe(call, ref))) return;
      await call('DeleteTable', { TableName: ref });
      ttlChanged();
    },
  }));

const nameOf = (resource: Resource, context: DeployContext): string =>
  (resource.properties as TableProperties).TableName ?? context.physicalName(resource, LONGEST_NAME);

const describe = async (call: Call, TableName: string): Promise<Description | undefined> => {
  try {
    return (await call('DescribeTable', { TableName })).Table as Description;
  } catch (error) {
    if ((error as { code?: string }).code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

const index = ({ IndexName, KeySchema, Projection }: Index): Index => ({ IndexName, KeySchema, Projection });

const stream = ({ StreamSpecification }: TableProperties): object =>
  StreamSpecification
    ? { StreamEnabled: true, StreamViewType: StreamSpecification.StreamViewType ?? 'NEW_AND_OLD_IMAGES' }
    : { StreamEnabled: false };

const create = async (call: Call, TableName: string, properties: TableProperties): Promise<void> => {
  const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes = [], LocalSecondaryIndexes = [] } = properties;
  await call('CreateTable', {
    TableName,
    KeySchema,
    AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(index) }),
    ...(LocalSecondaryIndexes.length > 0 && { LocalSecondaryIndexes: LocalSecondaryIndexes.map(index) }),
    ...(properties.StreamSpecification && { StreamSpecification: stream(properties) }),
  });
};

/** How often a table that is being changed is looked at, in milliseconds of the machine's time, and how often at most. */
const [LOOK_EVERY, LOOKS] = [50, 1200];

/** Waits until a table and its indexes can be used: a server of the user's own may take its time to make them. */
const whenActive = async (call: Call, TableName: string): Promise<void> => {
  for (let look = 0; look < LOOKS; look++) {
    const { TableStatus, GlobalSecondaryIndexes = [] } = (await describe(call, TableName)) ?? {};
    const states = [TableStatus, ...GlobalSecondaryIndexes.map(({ IndexStatus }) => IndexStatus)];
    if (states.every((state) => state === undefined || state === 'ACTIVE')) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  throw new Error(`The server behind DynamoDB has not made the table ${TableName} in a minute.`);
};

const keyText = (schema: readonly KeyElement[]): string =>
  schema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');

/** Brings an existing table to what the template says, as CloudFormation would without replacing it. */
const update = async (
  call: Call,
  TableName: string,
  properties: TableProperties,
  existing: Description,
  resource: Resource,
): Promise<void> => {
  const [wanted, actual] = [keyText(properties.KeySchema), keyText(existing.KeySchema)];
  if (wanted !== actual) {
    throw new Error(
      `Table ${TableName} (${resource.path}) has the key ${actual}, the template wants ${wanted}: that takes a new table. Give it another name, or remove the data folder.`,
    );
  }
  const indexes = properties.GlobalSecondaryIndexes ?? [];
  const present = existing.GlobalSecondaryIndexes ?? [];
  const same = (a: Index, b: Index): boolean =>
    a.IndexName === b.IndexName && keyText(a.KeySchema) === keyText(b.KeySchema);
  for (const gone of present.filter((old) => !indexes.some((each) => same(each, old)))) {
    await call('UpdateTable', { TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: gone.IndexName } }] });
    await whenActive(call, TableName);
  }
  for (const added of indexes.filter((each) => !present.some((old) => same(each, old)))) {
    await call('UpdateTable', {
      TableName,
      AttributeDefinitions: properties.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: index(added) }],
    });
    await whenActive(call, TableName);
  }
  const view = existing.StreamSpecification?.StreamEnabled ? existing.StreamSpecification.StreamViewType : undefined;
  const wantedView =
    properties.StreamSpecification && (properties.StreamSpecification.StreamViewType ?? 'NEW_AND_OLD_IMAGES');
  if (view === wantedView) return;
  // A stream's view cannot change: it is ended and begun anew.
  if (view) await call('UpdateTable', { TableName, StreamSpecification: { StreamEnabled: false } });
  if (view) await whenActive(call, TableName);
  if (wantedView) await call('UpdateTable', { TableName, StreamSpecification: stream(properties) });
};

const setTimeToLive = async (
  call: Call,
  TableName: string,
  { TimeToLiveSpecification }: TableProperties,
): Promise<boolean> => {
  const { TimeToLiveDescription } = (await call('DescribeTimeToLive', { TableName })) as {
    TimeToLiveDescription?: { TimeToLiveStatus?: string; AttributeName?: string };
  };
  const present =
    TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED' ? TimeToLiveDescription.AttributeName : undefined;
  const enabled = TimeToLiveSpecification && String(TimeToLiveSpecification.Enabled ?? true) === 'true';
  const wanted = enabled ? TimeToLiveSpecification.AttributeName : undefined;
  if (present === wanted) return false;
  const change = (AttributeName: string, Enabled: boolean) =>
    call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: { AttributeName, Enabled } });
  if (present) await change(present, false);
  if (wanted) await change(wanted, true);
  return true;
};
