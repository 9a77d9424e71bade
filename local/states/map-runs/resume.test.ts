import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { createWorld, echo, type Handler, invoke } from '../testing.ts';
import { type Bucket, distributed, mapRunOf, withBucket } from './testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'map-runs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two lives of a process on one database; the second goes on where the first was. */
const livesOf = (handler: Handler = echo) => {
  const path = join(folder, 'states.db');
  const clock = new VirtualClock();
  const life = () => {
    const database = openDatabase(path);
    return { database, world: createWorld({ database, clock, handler }) };
  };
  return { clock, first: life(), next: life };
};

describe('a map run that is interrupted', () => {
  it.each(['STANDARD', 'EXPRESS'])('runs no %s child again that had ended, and the rest to their end', async (type) => {
    const { clock, first, next } = livesOf();
    const wait = { Type: 'Wait', Seconds: '{% $states.input * 20 %}', Output: '{% $states.input %}' };
    const definition = distributed({ Wait: wait, Work: invoke() }, { MaxConcurrency: 2 }, type);
    const execution = await first.world.start(await first.world.create(definition), [1, 4, 1, 1]);
    await clock.advance(50_000);
    expect(await (await mapRunOf(first.world, execution)).describe()).toMatchObject({
      executionCounts: { succeeded: 2, running: 2 },
    });
    await first.world.states.close();
    const { world } = next();
    world.states.resume();
    expect(await world.finish(execution)).toMatchObject({ status: 'SUCCEEDED', output: '[1,4,1,1]' });
    const items = [...first.world.calls, ...world.calls].map(({ input }) => Number(input.Payload));
    expect(items.sort()).toEqual([1, 1, 1, 4]);
    expect(await (await mapRunOf(world, execution)).count).toBe(1);
  });

  it('does not read its items again once it has them', async () => {
    const bucket: Bucket = new Map([['list', '[1,2]']]);
    const { clock, first, next } = livesOf(withBucket(bucket));
    const definition = distributed(
      { Wait: { Type: 'Wait', Seconds: 60 } },
      {
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          Arguments: { Bucket: 'in', Key: 'list' },
          ReaderConfig: { InputType: 'JSON' },
        },
      },
    );
    const execution = await first.world.start(await first.world.create(definition));
    await clock.advance(1000);
    await first.world.states.close();
    bucket.set('list', '[3]');
    const { world } = next();
    world.states.resume();
    expect(await world.finish(execution)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2]' });
    expect(world.calls).toEqual([]);
  });

  it('ends its children where the execution ended and they could not be told', async () => {
    const { clock, first, next } = livesOf();
    const definition = distributed({ Wait: { Type: 'Wait', Seconds: 60 } });
    const execution = await first.world.start(await first.world.create(definition), [1, 2]);
    await clock.advance(1000);
    first.database.exec(`CREATE TEMP TRIGGER cut BEFORE UPDATE ON main.states_map_children
      BEGIN SELECT RAISE(ABORT, 'power cut'); END`);
    await first.world.api('StopExecution', { executionArn: execution });
    await clock.advance(0);
    await first.world.states.close().catch(() => undefined);
    const { world } = next();
    world.states.resume();
    await clock.advance(0);
    expect(await (await mapRunOf(world, execution)).describe()).toMatchObject({
      status: 'ABORTED',
      executionCounts: { aborted: 2 },
    });
    expect(clock.next()).toBeUndefined();
  });
});

describe('a map run of many items', () => {
  it('holds few children at a time where they end at once', async () => {
    let running = 0;
    let most = 0;
    const world = createWorld({
      handler: async (call) => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return await echo(call);
      },
    });
    const items = { Items: '{% [1..3000] %}', Output: '{% $count($states.result) %}' };
    const { result } = await world.run(distributed({ Work: invoke() }, items));
    expect(result).toBe(3000);
    expect(most).toBeLessThan(200);
  });

  it('runs all of them side by side where they wait', async () => {
    const world = createWorld();
    const items = { Items: '{% [1..300] %}', Output: '{% $count($states.result) %}' };
    const execution = await world.start(
      await world.create(distributed({ Wait: { Type: 'Wait', Seconds: 60 } }, items)),
    );
    for (let turn = 0; turn < 10; turn++) await world.clock.advance(1);
    expect(await (await mapRunOf(world, execution)).describe()).toMatchObject({ executionCounts: { running: 300 } });
  });
});
