import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { ResourceType } from '../assembly/resource-type.ts';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import { createExports } from './exports.ts';
import { createLifecycle } from './lifecycle.ts';
import { createStackStore, type Source } from './store.ts';

const ID = `arn:aws:cloudformation:${REGION}:${ACCOUNT_ID}:stack/things/1`;

/** Things that outlive the process, as queues do; `end` is called at each step and may end the process there. */
const openThings = (there: Map<string, unknown>, end: () => void = () => {}): ResourceType => ({
  type: 'Test::Thing',
  honoured: ['Size', 'After'],
  async create({ logicalId, properties }) {
    if (properties.Size === 'too large') throw new Error('It is too large');
    there.set(logicalId, properties.Size);
    end();
    return { ref: logicalId, attributes: {} };
  },
  taken: ({ logicalId }) => (there.has(logicalId) ? logicalId : undefined),
  async remove({ logicalId }) {
    there.delete(logicalId);
    end();
  },
});

const open = (database: DatabaseSync, type: ResourceType) => {
  const store = createStackStore(database, new VirtualClock());
  const place = { accountId: ACCOUNT_ID, region: REGION };
  const contextOf = () => ({ ...place, assemblyFolder: '/', physicalName: () => 'name' });
  const types = () => new Map([[type.type, type]]);
  return { store, lifecycle: createLifecycle({ types, store, exports: createExports(), place, contextOf }) };
};

const source = (things: Record<string, unknown>): Source => {
  const Resources = Object.entries(things).map(([name, Size]) => [name, { Type: 'Test::Thing', Properties: { Size } }]);
  return { template: JSON.stringify({ Resources: Object.fromEntries(Resources) }), parameters: {} };
};

type Open = ReturnType<typeof open>;

const row = ({ store }: Open) => {
  const found = store.find(ID);
  if (!found) throw new Error('The stack is not there');
  return found;
};

const insert = ({ store }: Open, { template }: Source): void =>
  store.insert({
    ...{ id: ID, name: 'things', template, parameters: '{}', capabilities: '[]', tags: '[]' },
    ...{ on_failure: 'ROLLBACK', protected: 0, status: 'CREATE_IN_PROGRESS' },
  });

/** Does `work`, ends the process after `steps` steps, starts another one and answers how the stack is then. */
const interrupted = async (steps: number, prepare: (open: Open) => Promise<void>, work: (open: Open) => void) => {
  const database = openDatabase(':memory:');
  const there = new Map<string, unknown>();
  let before = Number.POSITIVE_INFINITY;
  let ended: Promise<void> | undefined;
  const first = open(
    database,
    openThings(there, () => {
      before -= 1;
      if (before === 0) ended = first.lifecycle.close();
    }),
  );
  await prepare(first);
  before = steps;
  work(first);
  await ended;
  await first.lifecycle.close();
  const left = row(first).status;
  const second = open(database, openThings(there));
  const faults = await second.lifecycle.restore(new Map());
  await second.lifecycle.close();
  return { left, status: row(second).status, things: Object.fromEntries(there), faults };
};

const made = (first: Source) => async (stack: Open) => {
  insert(stack, first);
  stack.lifecycle.create(row(stack));
  await stack.lifecycle.settled();
};

test.each([1, 2])('a stack whose making was interrupted after %i resources is made to its end', async (steps) => {
  const begin = (stack: Open) => {
    insert(stack, source({ A: 1, B: 2, C: 3 }));
    stack.lifecycle.create(row(stack));
  };
  expect(await interrupted(steps, async () => {}, begin)).toEqual({
    ...{ left: 'CREATE_IN_PROGRESS', status: 'CREATE_COMPLETE', things: { A: 1, B: 2, C: 3 }, faults: [] },
  });
});

test.each([1])('a stack whose removal was interrupted after %i resources is gone in the end', async (steps) => {
  const remove = (stack: Open) => {
    stack.store.setStatus(ID, 'DELETE_IN_PROGRESS');
    stack.lifecycle.remove(row(stack));
  };
  expect(await interrupted(steps, made(source({ A: 1, B: 2 })), remove)).toEqual({
    ...{ left: 'DELETE_IN_PROGRESS', status: 'DELETE_COMPLETE', things: {}, faults: [] },
  });
});

test.each([1, 2])('an update that was interrupted after %i steps ends as it would have', async (steps) => {
  const before = source({ A: 1, B: 2, C: 3 });
  const update = (stack: Open) => {
    stack.store.setSource(ID, source({ A: 10, B: 2, D: 4 }), before);
    stack.store.setStatus(ID, 'UPDATE_IN_PROGRESS');
    stack.lifecycle.update(row(stack));
  };
  const { left, status, things, faults } = await interrupted(steps, made(before), update);
  expect(left).toMatch(/_IN_PROGRESS$/);
  expect({ status, things, faults }).toEqual({ status: 'UPDATE_COMPLETE', things: { A: 10, B: 2, D: 4 }, faults: [] });
});

test.each([1, 2, 3])('a way back that was interrupted after %i steps ends where it began', async (steps) => {
  const before = source({ A: 1, B: 2 });
  const update = (stack: Open) => {
    stack.store.setSource(ID, source({ A: 10, B: 2, C: 3, D: 'too large' }), before);
    stack.store.setStatus(ID, 'UPDATE_IN_PROGRESS');
    stack.lifecycle.update(row(stack));
  };
  const { left, status, things } = await interrupted(steps, made(before), update);
  expect(left).toMatch(/_IN_PROGRESS$/);
  expect({ status, things }).toEqual({ status: 'UPDATE_ROLLBACK_COMPLETE', things: { A: 1, B: 2 } });
});

test('a stack that cannot be carried out again at a start is named and kept', async () => {
  const database = openDatabase(':memory:');
  const first = open(database, openThings(new Map()));
  await made(source({ A: 1 }))(first);
  const broken: ResourceType = {
    ...openThings(new Map()),
    create() {
      throw new Error('It is gone');
    },
  };
  const second = open(database, broken);
  expect(await second.lifecycle.restore(new Map())).toEqual([
    'The stack things could not be carried out again: It is gone',
  ]);
  expect(row(second).status).toBe('CREATE_COMPLETE');
});
