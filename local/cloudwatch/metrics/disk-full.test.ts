import { expect, test } from 'vitest';
import { VirtualClock } from '../../clock.ts';
import { openDatabase } from '../../database.ts';
import { MetricStore } from './store.ts';

test('numbers that find no room on the disk are written when there is some', () => {
  const clock = new VirtualClock();
  const database = openDatabase(':memory:');
  const store = new MetricStore(database, clock);
  const pages = () => Number(Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0]);
  const limit = (count: number) => database.exec(`PRAGMA max_page_count = ${count}`);
  limit(pages());
  const names = Array.from({ length: 500 }, (_, index) => `Metric${index}`);
  for (const name of names) store.put({ namespace: 'Test', name, dimensions: {} }, 1);
  expect(() => store.flush()).toThrow(/full/);
  limit(1_000_000);
  const sums = names.map((name) => {
    const minutes = store.minutes({ namespace: 'Test', name, dimensions: {} }, 0, clock.now() + 60_000);
    return minutes.reduce((sum, minute) => sum + minute.sum, 0);
  });
  expect(sums).toEqual(names.map(() => 1));
  store.close();
  database.close();
});
