import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  AddPermissionCommand,
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  DeleteFunctionConcurrencyCommand,
  GetEventSourceMappingCommand,
  GetFunctionCommand,
  GetFunctionConcurrencyCommand,
  GetPolicyCommand,
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  PutFunctionConcurrencyCommand,
  PutFunctionEventInvokeConfigCommand,
  paginateListFunctions,
  RemovePermissionCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { expect } from 'vitest';
import type { Ground } from '../ground.ts';

const FunctionName = 'echo';

/** A function: invoked, throttled, permitted, fed by a stream. */
export const lambda = async ({ config, functionArn }: Ground): Promise<void> => {
  const client = new LambdaClient(config);
  const { Configuration } = await client.send(new GetFunctionCommand({ FunctionName }));
  expect(Configuration).toMatchObject({ FunctionArn: functionArn, Runtime: 'nodejs24.x', MemorySize: 128, Timeout: 3 });
  const names: (string | undefined)[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client, pageSize: 1 }, {}))
    names.push(...Functions.map((each) => each.FunctionName));
  expect(names).toEqual([FunctionName]);

  const invoke = (event: object, more = {}) =>
    client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event), ...more }));
  const answered = await invoke({ a: 1 }, { LogType: 'Tail' });
  expect(JSON.parse(answered.Payload?.transformToString() ?? '')).toEqual({ echoed: { a: 1 } });
  expect(Buffer.from(answered.LogResult ?? '', 'base64').toString()).toMatch(/echoed[\s\S]*REPORT RequestId/);
  const failed = await invoke({ fail: true });
  expect([failed.FunctionError, JSON.parse(failed.Payload?.transformToString() ?? '').errorMessage]).toEqual([
    'Unhandled',
    'as asked',
  ]);
  expect((await invoke({}, { InvocationType: 'Event' })).StatusCode).toBe(202);
  expect((await invoke({}, { InvocationType: 'DryRun' })).StatusCode).toBe(204);

  await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
  const { ReservedConcurrentExecutions } = await client.send(new GetFunctionConcurrencyCommand({ FunctionName }));
  expect(ReservedConcurrentExecutions).toBe(0);
  await expect(invoke({})).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
  const settings = await client.send(
    new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 1 }),
  );
  expect(settings.MaximumRetryAttempts).toBe(1);

  const StatementId = 'rules';
  const Principal = 'events.amazonaws.com';
  await client.send(
    new AddPermissionCommand({ FunctionName, StatementId, Principal, Action: 'lambda:InvokeFunction' }),
  );
  const { Policy = '' } = await client.send(new GetPolicyCommand({ FunctionName }));
  expect(JSON.parse(Policy).Statement).toMatchObject([{ Sid: StatementId, Principal: { Service: Principal } }]);
  await client.send(new RemovePermissionCommand({ FunctionName, StatementId }));
  await expect(client.send(new GetPolicyCommand({ FunctionName }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });

  await mapping(client, config);
  await expect(invoke({}, { TenantId: 'a' })).rejects.toThrow(/TenantId/);
  await expect(client.send(new InvokeCommand({ FunctionName: 'nobody' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  client.destroy();
};

/** A mapping that is switched off is asked for no rights to its stream. */
const mapping = async (client: LambdaClient, config: Ground['config']): Promise<void> => {
  const tables = new DynamoDBClient(config);
  const TableName = 'for-the-function';
  const { TableDescription } = await tables.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  const source = { EventSourceArn: TableDescription?.LatestStreamArn, StartingPosition: 'LATEST' as const };
  const create = client.send(new CreateEventSourceMappingCommand({ FunctionName, ...source, Enabled: false }));
  // The role of the function reads no streams, of which Lambda tells at once.
  await expect(create).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  const none = { UUID: '00000000-0000-0000-0000-000000000000' };
  for (const command of [
    new GetEventSourceMappingCommand(none),
    new UpdateEventSourceMappingCommand({ ...none, BatchSize: 5 }),
    new DeleteEventSourceMappingCommand(none),
  ])
    await expect(client.send(command as GetEventSourceMappingCommand)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  const { EventSourceMappings } = await client.send(new ListEventSourceMappingsCommand({ FunctionName }));
  expect(EventSourceMappings).toEqual([]);
  await tables.send(new DeleteTableCommand({ TableName }));
  tables.destroy();
};
