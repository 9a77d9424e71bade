import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import { callFaults } from '../../cli/faults-client.ts';
import { VirtualClock } from '../../local/clock.ts';
import { NAVIGATION, type Newsroom, news } from './newsroom.ts';
import { openOnClock, publishOnClock, settleOnClock } from './newsroom-on-clock.ts';

let room: Newsroom | undefined;
afterEach(async () => {
  await room?.stop();
  room = undefined;
});

test('a rebuild makes every page anew in one step; one that failed goes on where it was, by a redrive', async () => {
  const clock = new VirtualClock(Date.now());
  room = await openOnClock(clock);
  const at = room;
  await at.create('navigation', 'navigation', NAVIGATION);
  const ids = Array.from({ length: 40 }, (_, index) => `item-${index}`);
  for (const id of ids) await at.create('news', id, news(id));
  await publishOnClock(clock, at, ['navigation', ...ids]);

  const before = (await at.page('/sitemap.xml')).text;
  const stateOf = async (id: unknown) => (await at.must('GET', `/content/publications/${id}`)).state;
  const first = await at.must('POST', '/content/rebuild', {});
  await settleOnClock(clock, async () => (await stateOf(first.publicationId)) === 'live');
  expect((await at.page('/sitemap.xml')).text).toBe(before);
  expect(await at.must('GET', `/content/publications/${first.publicationId}`)).toMatchObject({ siteVersion: 2 });

  const fault = {
    Service: 'lambda',
    Operation: 'Invoke',
    Error: 'ResourceNotReadyException',
    Resource: '*renderpages*',
  };
  await callFaults(at.connection, 'AddFault', fault);
  const second = await at.must('POST', '/content/rebuild', {});
  const sfn = new SFNClient(at.connection.client);
  const stateMachineArn = at.physicalId('RebuildSite', 'AWS::StepFunctions::StateMachine');
  const failed = async () => {
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED' }));
    return executions[0]?.executionArn;
  };
  await settleOnClock(clock, async () => (await failed()) !== undefined, 5_000);
  expect(await stateOf(second.publicationId)).toBe('waiting');
  expect((await at.page('/news/item-7/')).status).toBe(200);

  const [{ id = '' } = {}] = (await callFaults<{ Faults: { id: string }[] }>(at.connection, 'ListFaults', {})).Faults;
  await callFaults(at.connection, 'RemoveFault', { Id: id });
  const executionArn = await failed();
  await sfn.send(new RedriveExecutionCommand({ executionArn }));
  await settleOnClock(clock, async () => (await stateOf(second.publicationId)) === 'live');
  await settleOnClock(
    clock,
    async () => (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status === 'SUCCEEDED',
  );
  expect((await at.page('/news/item-7/')).status).toBe(200);
  sfn.destroy();
}, 120_000);
