import { expect, test } from 'vitest';
import type { Readiness, ReadinessProblem } from '../../api/releases.ts';
import { countReady, gateOf, verdictOf } from './readiness.ts';

const LANGUAGES = [
  { locale: 'en', label: 'English' },
  { locale: 'es', label: 'Español' },
];

const problem = (severity: ReadinessProblem['severity'], field = 'title'): ReadinessProblem => ({
  ...{ itemId: 'i', name: 'Title', field, severity },
  message: `There is no ${field}.`,
  remedy: 'Write it.',
});

const item = (itemId: string, ...problems: ReadinessProblem[]) => ({
  ...{ itemId, name: itemId, type: 'faq', state: 'draft' as const, problems },
});

const readinessOf = (more: Partial<Readiness>): Readiness => ({
  ...{ ready: false, items: [], assets: [], links: [], windows: [] },
  ...more,
});

test('what blocks stands first, then what waits, what is for people to weigh, and what is ready', () => {
  const rows = gateOf(
    readinessOf({
      items: [
        item('fine'),
        item('advised', problem('advice')),
        item('blocked', problem('advice'), problem('blocking')),
      ],
      assets: [
        { assetId: 'a', fileName: 'lamp.jpg', state: 'processing', problems: [problem('waiting')] },
        { assetId: 'b', fileName: 'sea.jpg', state: 'ready', renditions: { ready: 9, total: 9 }, problems: [] },
      ],
    }),
    LANGUAGES,
  );
  expect(rows.map(({ name, severity }) => `${name} ${severity}`)).toEqual([
    'blocked blocking',
    'lamp.jpg waiting',
    'advised advice',
    'fine ready',
    'sea.jpg ready',
    'English ready',
    'Español ready',
  ]);
  expect(rows[0]).toMatchObject({ kind: 'page', to: '/pages/blocked' });
  expect(rows[1]).toMatchObject({ kind: 'file', to: '/library?asset=a' });
  expect(countReady(rows)).toEqual({ ready: 5, of: 7 });
});

test('a text that a language lacks is told of the language, and not of the page', () => {
  const rows = gateOf(readinessOf({ items: [item('faq', problem('advice', 'answer.es'))] }), LANGUAGES);
  expect(rows.find(({ kind }) => kind === 'page')?.severity).toBe('ready');
  expect(rows.find(({ name }) => name === 'Español')).toMatchObject({ severity: 'advice', to: '/pages/faq' });
  expect(rows.find(({ name }) => name === 'English')?.severity).toBe('ready');
});

test('a link that leads nowhere has a line of its own and blocks; those that answer share one', () => {
  const link = { itemId: 'faq', field: 'answer.en', ok: true, checked: true };
  const links = [
    { ...link, url: '/a/' },
    { ...link, url: '/b/' },
    { ...link, url: '/c/', ok: false, problem: 'Nothing will be public at /c/.' },
  ];
  const rows = gateOf(readinessOf({ links }), LANGUAGES);
  expect(rows.map(({ id, severity }) => [id, severity])).toEqual([
    ['link faq answer.en /c/', 'blocking'],
    ['links', 'ready'],
  ]);
  expect(verdictOf(readinessOf({ links }))).toBe('blocked');
});

test.each([
  ['ready', readinessOf({ ready: true })],
  ['blocked', readinessOf({ items: [item('a', problem('blocking'), problem('waiting'))] })],
  ['waiting', readinessOf({ items: [item('a', problem('waiting'))] })],
  ['empty', readinessOf({ items: [item('a', problem('advice'))] })],
])('in one word it is %s', (word, readiness) => {
  expect(verdictOf(readiness)).toBe(word);
});
