import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markOf, statesLine } from './log-marks.ts';
import { readPeriod, writePeriod } from './period.ts';
import { formatQuery, parseQuery, QUERY_KEYS, soughtTexts, withValue } from './query.ts';
import { shownStanding } from './row.ts';
import { RowStore } from './row-store.ts';
import { subjectOf } from './subject.ts';

const event = (detailType: string, data: object): string =>
  JSON.stringify({
    'detail-type': detailType,
    detail: { metadata: { correlationId: 'c-1', eventId: 'e-1' }, data },
  });

test('an upload is named by its file, a publication by its pages, a turn by its number', () => {
  const asset = 'b6a2f4b9-dec5-4e33-ba2d-5699836cafaa';
  expect(subjectOf(event('AssetUploaded', { assetId: asset, key: `uploads/${asset}/key art.jpg` }), 'x')).toEqual({
    label: 'key art.jpg',
    keys: { asset: [asset], correlation: ['c-1'], event: ['e-1'] },
    detailType: 'AssetUploaded',
  });
  const items = ['home', 'cast', 'faq'].map((itemId) => ({ itemId, version: 1 }));
  expect(subjectOf(event('PublishRequested', { items }), 'x').label).toBe('3 pages: home, cast, …');
  expect(subjectOf(event('PublishRequested', { items: items.slice(0, 1) }), 'x').label).toBe('Page “home”');
  const scheduled = event('ReleaseScheduled', { releaseId: asset, name: 'Premiere', releaseVersion: 2 });
  expect(subjectOf(scheduled, 'x')).toMatchObject({ label: 'Release “Premiere”', keys: { release: [asset] } });
  const rehearsal = event('RehearsalRequested', { releaseId: asset, rehearsalId: asset });
  expect(subjectOf(rehearsal, 'x').label).toBe('Rehearsal of release b6a2f4b9');
  expect(subjectOf(event('TurnAccepted', { conversationId: asset, turn: 3 }), 'x').label).toBe(
    'Turn 3 of conversation b6a2f4b9',
  );
  expect(subjectOf(JSON.stringify({ release: { assetId: asset, contentId: 'k' } }), 'x').label).toBe(
    'Former content of asset b6a2f4b9',
  );
});

test('an input that is nobody’s event leaves the execution its own name', () => {
  for (const input of [undefined, '', 'null', '[]', '{"detail":7}', '{"detail":{"data":null}}', 'not json'])
    expect(subjectOf(input, 'by-hand').label).toBe('by-hand');
});

test('what the query field says is read and written alike', () => {
  const value = fc.string({ minLength: 1 }).filter((text) => !/["\s]/.test(text));
  const token = fc.record({ key: fc.constantFrom(...QUERY_KEYS), value });
  fc.assert(
    fc.property(fc.array(token), (tokens) => {
      expect(parseQuery(formatQuery({ tokens, words: '' }))).toEqual({ tokens, words: '' });
    }),
  );
});

test('a key that there is not is searched for as a word, and only what lists cannot tell is looked up in logs', () => {
  const query = parseQuery('status:failed colour:red asset:4c1e "two words"');
  expect(query.words).toBe('colour:red two words');
  expect(soughtTexts(query)).toEqual(['4c1e', 'colour:red two words']);
  expect(formatQuery(withValue(query, 'status', undefined))).toBe('asset:4c1e colour:red two words');
});

test('a period of the address is a name or two times, and the last hour where it is neither', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  expect(readPeriod('15m', now)).toMatchObject({ from: now - 900_000, name: '15m' });
  expect(readPeriod(writePeriod({ from: now - 5000, to: now }), now)).toMatchObject({ from: now - 5000, to: now });
  expect(readPeriod('nonsense', now)).toMatchObject({ name: '1h' });
  expect(readPeriod(writePeriod({ from: now, to: now - 1 }), now)).toMatchObject({ name: '1h' });
});

test('rows stay in the order of starting however they come, and listeners hear once of many', () => {
  const tells: (() => void)[] = [];
  const store = new RowStore((tell) => tells.push(tell));
  let heard = 0;
  store.subscribe(() => (heard += 1));
  store.put([{ arn: 'b', startedAt: 2 }]);
  store.put([
    { arn: 'a', startedAt: 3 },
    { arn: 'c', startedAt: 1 },
    { arn: 'unknown', error: 'E' },
  ]);
  for (const tell of tells) tell();
  expect([heard, store.rows().map(({ arn }) => arn)]).toEqual([1, ['a', 'b', 'c']]);
  store.put([{ arn: 'b', startedAt: 2 }]);
  expect(tells).toHaveLength(1);
});

const line = (type: string, details: object) =>
  statesLine(
    JSON.stringify({ id: '9', type, details, event_timestamp: '5', execution_arn: 'arn:aws:states:r:1:execution:m:n' }),
  );

test('an execution that succeeded though attempts failed is shown as retried, and each error once', () => {
  const store = new RowStore((tell) => tell());
  store.put([{ arn: 'arn:aws:states:r:1:execution:m:n', startedAt: 1, standing: 'succeeded' }]);
  for (const error of ['Slow', 'Slow', 'Busy']) {
    const found = line('TaskFailed', { error });
    const mark = found && markOf(found, 'w', store.get(found.execution_arn));
    if (mark) store.put([mark]);
  }
  const [row] = store.rows();
  expect(row && [shownStanding(row), row.stumbles]).toEqual(['retried', ['Slow', 'Busy']]);
});
