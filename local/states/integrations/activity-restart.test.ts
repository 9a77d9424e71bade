import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { chain, createWorld, type World } from '../testing.ts';
import { activityOf, poll, type Task, taskOf, types } from './activity-testing.ts';

describe('a runtime that ends while a task of an activity is', () => {
  const reopened = async (
    before: (world: World, arn: string) => Promise<Task>,
    after: (world: World, arn: string, task: Task) => Promise<void>,
  ) => {
    const folder = mkdtempSync(join(tmpdir(), 'activity-'));
    const clock = new VirtualClock();
    try {
      const first = createWorld({ database: openDatabase(join(folder, 'states.db')), clock });
      const arn = await activityOf(first);
      const executionArn = await first.start(await first.create(taskOf(arn, { TimeoutSeconds: 60 })), { n: 1 });
      await clock.advance(0);
      const taken = await before(first, arn);
      await first.states.close();
      const second = createWorld({ database: openDatabase(join(folder, 'states.db')), clock });
      second.states.resume();
      await clock.advance(0);
      await after(second, arn, taken);
      return { ended: await second.finish(executionArn), types: await types(second, executionArn) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const ended = {
    ended: { status: 'SUCCEEDED', output: '"done"' },
    types: ['ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
  };
  const succeed = (world: World, { taskToken }: Task) => world.api('SendTaskSuccess', { taskToken, output: '"done"' });

  it('scheduled hands it out after the restart', async () => {
    const outcome = await reopened(
      async () => ({}),
      async (world, arn) => void (await succeed(world, await poll(world, arn))),
    );
    expect(outcome).toMatchObject(ended);
  });

  it('handed out takes its answer after the restart, and hands it out no second time', async () => {
    const outcome = await reopened(
      (world, arn) => poll(world, arn),
      async (world, arn, taken) => {
        const other = poll(world, arn);
        await succeed(world, taken);
        await world.clock.advance(60_000);
        expect(await other).toEqual({});
      },
    );
    expect(outcome).toMatchObject(ended);
  });

  it('handed out still times out when it would have', async () => {
    const outcome = await reopened(
      async (world, arn) => {
        const taken = await poll(world, arn);
        await world.clock.advance(59_000);
        return taken;
      },
      (world) => world.clock.advance(1000),
    );
    expect(outcome.types.slice(2)).toEqual(['ActivityTimedOut', 'ExecutionFailed']);
  });

  it('ends well wherever it was cut off, and the task is done once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'activity-'));
    try {
      for (let line = 0; line <= 8; line++) {
        const path = join(folder, `${line}.db`);
        const clock = new VirtualClock();
        const worked: string[] = [];
        /** Does what there is to do until nothing comes for a minute. */
        const work = async (world: World, arn: string): Promise<void> => {
          for (;;) {
            const polled = poll(world, arn);
            await clock.advance(60_000);
            const given = await polled;
            if (given.taskToken === undefined) return;
            worked.push(String(given.input));
            await succeed(world, given);
          }
        };
        const database = openDatabase(path);
        const first = createWorld({ database, clock });
        const arn = await activityOf(first);
        const machine = await first.create(chain({ Before: { Type: 'Pass' }, ...taskOf(arn).States }));
        database.exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON main.states_history
          WHEN (SELECT count(*) FROM main.states_history) = ${line} BEGIN SELECT RAISE(ABORT, 'power cut'); END`);
        await first.start(machine, { n: 1 }, 'run').catch(() => undefined);
        await work(first, arn);
        await first.states.close().catch(() => undefined);
        const second = createWorld({ database: openDatabase(path), clock });
        second.states.resume();
        await work(second, arn);
        const executionArn = machine.replace(':stateMachine:', ':execution:').concat(':run');
        expect([line, await second.describe(executionArn), worked]).toMatchObject([line, ended.ended, ['{"n":1}']]);
        expect(await types(second, executionArn)).toEqual(['PassStateExited', 'TaskStateEntered', ...ended.types]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
