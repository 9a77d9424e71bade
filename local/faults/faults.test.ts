import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { Service } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import { createCloud } from '../cloud.ts';
import { openHarness } from '../front-door/harness.ts';
import { createIdentities } from '../iam/identities.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { Faults } from './faults.ts';
import { faultsService } from './service.ts';

const setUp = (random = () => 0) => {
  const clock = new VirtualClock();
  const faults = new Faults({ clock, random });
  const done: string[] = [];
  const shelf: Service = {
    name: 'shelf',
    operations: Object.fromEntries(
      ['Put', 'Get'].map((name) => [
        name,
        {
          permissions: ({ On }) => [{ action: `shelf:${name}`, resource: `arn:aws:shelf:::${On}` }],
          run: () => ({ count: done.push(name) }),
        },
      ]),
    ),
  };
  const cloud = createCloud({
    ...{ accountId: ACCOUNT_ID, region: REGION, faults },
    services: () => [shelf, faultsService(faults, () => cloud)],
  });
  const { administrator } = createIdentities({ accountId: ACCOUNT_ID, clock });
  const call = (service: string, operation: string, input: object = {}) =>
    cloud.call(service, operation, input, administrator);
  return { clock, done, call, add: (input: object) => call('faults', 'AddFault', { Service: 'shelf', ...input }) };
};

test('a fault strikes the operation that it names, on the resources that it names, and nothing is done', async () => {
  const { call, add, done } = setUp();
  await add({ Operation: 'Put', Error: 'ThrottlingException', Resource: '*:top' });
  await expect(call('shelf', 'Put', { On: 'top' })).rejects.toMatchObject({
    code: 'ThrottlingException',
    statusCode: 400,
  });
  await call('shelf', 'Put', { On: 'bottom' });
  await call('shelf', 'Get', { On: 'top' });
  expect(done).toEqual(['Put', 'Get']);
});

test('it strikes as often as its rate says, and no more often than it may', async () => {
  const numbers = [0.05, 0.2, 0.05, 0.05];
  const { call, add } = setUp(() => numbers.shift() ?? 0);
  await add({ Error: 'ServiceUnavailable', Rate: 0.1, Times: 2 });
  const outcomes: string[] = [];
  for (let n = 0; n < 4; n++)
    outcomes.push(
      await call('shelf', 'Get', {}).then(
        () => 'ok',
        ({ statusCode }) => String(statusCode),
      ),
    );
  expect(outcomes).toEqual(['503', 'ok', '503', 'ok']);
  expect(await call('faults', 'ListFaults')).toEqual({ Faults: [] });
});

test('a slow service answers late, on the clock', async () => {
  const { call, add, clock, done } = setUp();
  await add({ LatencyMilliseconds: 200 });
  const answer = call('shelf', 'Get');
  await clock.advance(199);
  expect(done).toEqual([]);
  await clock.advance(1);
  await answer;
  expect(done).toEqual(['Get']);
});

test('faults are listed, and taken off one by one or all', async () => {
  const { call, add } = setUp();
  const { Fault } = (await add({ Operation: 'Get', Error: 'Odd', Status: 418, Message: 'short and stout' })) as {
    Fault: { id: string };
  };
  await add({ LatencyMilliseconds: 1 });
  await expect(call('shelf', 'Get')).rejects.toMatchObject({ statusCode: 418, message: 'short and stout' });
  expect(await call('faults', 'ListFaults')).toMatchObject({ Faults: [{ struck: 1 }, { latency: 1 }] });
  await call('faults', 'RemoveFault', { Id: Fault.id });
  await expect(call('faults', 'RemoveFault', { Id: Fault.id })).rejects.toMatchObject({
    code: 'ResourceNotFoundException',
  });
  expect(await call('faults', 'RemoveFault', { All: true })).toMatchObject({ Removed: ['fault-2'] });
  await call('shelf', 'Get');
});

test.each([
  [{ Service: 'shelves', Error: 'X' }, /no service "shelves"/],
  [{ Operation: 'Burn', Error: 'X' }, /has no Burn here; it has Get, Put/],
  [{ Rate: 1.5, Error: 'X' }, /Rate: 1.5/],
  [{}, /Error or LatencyMilliseconds is needed/],
  [{ Error: 'X', Times: 0 }, /Times: 0/],
  [{ Error: 'X', Status: 200 }, /Status: 200/],
])('%j is refused with what is possible', async (input, message) => {
  await expect(setUp().add(input)).rejects.toThrow(message);
});

test('AWS’s own client retries what it is struck with, and gets through', async () => {
  const numbers = [0, 0, 1];
  const faults = new Faults({ clock: new VirtualClock(), random: () => numbers.shift() ?? 1 });
  const harness = await openHarness({ faults });
  const client = new S3Client({ ...harness.client, maxAttempts: 3 });
  await client.send(new CreateBucketCommand({ Bucket: 'busy' }));
  faults.add({ service: 's3', operation: 'PutObject', error: 'SlowDown', rate: 0.5, latency: 0 });
  const { $metadata } = await client.send(new PutObjectCommand({ Bucket: 'busy', Key: 'k', Body: 'x' }));
  expect([$metadata.attempts, faults.list()[0]?.struck]).toEqual([3, 2]);
  client.destroy();
  await harness.close();
});
