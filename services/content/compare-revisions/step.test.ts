import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { news, person, title } from '../testing/fixtures.ts';
import { type Newsroom, newsroom } from '../testing/newsroom.ts';
import { type Difference, differences } from './difference.ts';
import { CompareRevisionsInput, createCompareRevisions } from './step.ts';

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The data with differences applied to it: from the last field on, so that a list loses its end first. */
const apply = (before: Tree, changes: readonly Difference[]): Tree => {
  const data: Tree = structuredClone(before);
  for (const { field, ...change } of [...changes].reverse()) {
    const names = field.split('.');
    const last = names.pop() ?? '';
    const parent = names.reduce<unknown>((tree, name) => (isTree(tree) ? tree[name] : undefined), data);
    if (Array.isArray(parent) && !('after' in change)) parent.length = Math.min(parent.length, Number(last));
    else if (isTree(parent) && 'after' in change) parent[last] = structuredClone(change.after);
    else if (isTree(parent)) delete parent[last];
  }
  return data;
};

/** Data as items have it: names without full stops, texts, numbers, lists and what they hold. */
const data = fc.letrec<{ value: unknown; tree: Tree }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('tree'),
  ),
  tree: fc.dictionary(fc.constantFrom('name', 'en', 'es', 'credits', 'story', '0', '1'), tie('value'), { maxKeys: 4 }),
})).tree;

describe('differences', () => {
  test('applied to what was before give what is after', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        expect(apply(before, differences(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  test('of two that are the same are none', () => {
    fc.assert(fc.property(data, (each) => void expect(differences(each, structuredClone(each))).toEqual([])));
  });

  test('tell single texts, with what was not there and what is gone', () => {
    const before = { name: { en: 'One', es: 'Uno' }, credits: [{ role: { en: 'Keeper' } }, { role: { en: 'Cook' } }] };
    const after = { name: { en: 'Two', fr: 'Deux' }, credits: [{ role: { en: 'Keeper' } }] };
    expect(differences(before, after)).toEqual([
      { field: 'name.en', before: 'One', after: 'Two' },
      { field: 'name.es', before: 'Uno' },
      { field: 'name.fr', after: 'Deux' },
      { field: 'credits.1', before: { role: { en: 'Cook' } } },
    ]);
  });
});

describe('two versions', () => {
  let room: Newsroom;
  const compare = (query: object) => createCompareRevisions(room)(CompareRevisionsInput.parse({ id: 'one', ...query }));
  beforeEach(async () => {
    room = newsroom();
    await room.create('news', 'one', news('1'));
    for (const version of [2, 3]) await room.save('one', news(`${version}`));
  });

  test('are the ones that are named, in either direction', async () => {
    const { from, to, changes } = await compare({ from: '3', to: '1' });
    expect([from, to]).toEqual([3, 1]);
    expect(changes[0]).toEqual({ field: 'headline.en', before: '3', after: '1' });
    expect(await compare({ from: '3', to: '1' })).toEqual({ itemId: 'one', from, to, changes });
  });

  test('are the newest and the one before, where none is public', async () => {
    expect(await compare({})).toMatchObject({ from: 2, to: 3 });
    await room.create('person', 'new', person());
    expect(await compare({ id: 'new' })).toEqual({ itemId: 'new', from: 1, to: 1, changes: [] });
  });

  test('are the public one and the newest, where one is', async () => {
    await room.publish({ itemId: 'one', version: 1 });
    expect(await compare({})).toMatchObject({ from: 1, to: 3 });
  });

  test('have to be there', async () => {
    const error = { status: 404, code: 'no-such-revision', field: 'version' };
    await expect(compare({ from: 9 })).rejects.toMatchObject(error);
    await expect(compare({ to: 4 })).rejects.toMatchObject(error);
    await expect(compare({ id: 'none' })).rejects.toMatchObject({ status: 404, code: 'no-such-item' });
  });

  test('of a title differ down to a role of a credit', async () => {
    room.addAsset(1);
    await room.create('person', 'wren', person());
    const credits = (role: string) =>
      title({ credits: [{ person: { ref: 'wren' }, group: 'cast', role: { en: role } }] });
    await room.create('title', 'lamps', credits('Keeper'));
    await room.save('lamps', credits('Cook'));
    expect((await compare({ id: 'lamps' })).changes.map(({ field }) => field)).toEqual(['credits.0.role.en']);
  });
});
