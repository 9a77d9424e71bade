import { expect, test } from 'vitest';
import type { Revision } from '../item.ts';
import { createLoadData, RevisionMissingError } from './load-data.ts';

type Wanted = { itemId: string; version: number };

const setUp = () => {
  const reads: (readonly Wanted[])[] = [];
  const fails: Error[] = [];
  const load = createLoadData({
    readRevisions: async (wanted) => {
      reads.push(wanted);
      const failure = fails.shift();
      if (failure) throw failure;
      return wanted
        .filter(({ itemId }) => itemId !== 'none')
        .map(({ itemId, version }): Revision => {
          const at = '2026-03-01T09:00:00.000Z';
          return { itemId, version, type: 'news', data: { says: `${itemId} ${version}` }, by: 'ada', at };
        });
    },
  });
  return { reads, fails, load };
};

test('what is asked for together is read together, each version once', async () => {
  const { load, reads } = setUp();
  const found = await Promise.all([load('one', 1), load('one', 2), load('other', 1), load('one', 1)]);
  expect(found.map(({ says }) => says)).toEqual(['one 1', 'one 2', 'other 1', 'one 1']);
  await load('other', 1);
  expect(reads).toMatchObject([[{ itemId: 'one' }, { version: 2 }, { itemId: 'other' }]]);
  expect(reads[0]).toHaveLength(3);
});

test('a version that is not there fails alone, and is looked for again the next time', async () => {
  const { load, reads } = setUp();
  const [missing, there] = await Promise.allSettled([load('none', 1), load('one', 1)]);
  expect([missing, there.status]).toMatchObject([{ reason: expect.any(RevisionMissingError) }, 'fulfilled']);
  await expect(load('none', 1)).rejects.toThrow('no version 1 of none');
  expect(reads).toHaveLength(2);
});

test('a read that failed is tried again by whoever asks next', async () => {
  const { load, fails } = setUp();
  fails.push(new Error('the table is busy'));
  await expect(load('one', 1)).rejects.toThrow('the table is busy');
  expect(await load('one', 1)).toEqual({ says: 'one 1' });
});
