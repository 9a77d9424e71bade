import { expect, test } from 'vitest';
import type { RehearsedMoment, RehearsedPage } from '../../api/releases.ts';
import { pathOfLink, shownAt } from './shown.ts';

const page = (path: string, change: RehearsedPage['change'], link?: string): RehearsedPage => ({
  ...{ path, change, locale: 'en', title: path },
  ...(link ? { link: `https://site.example${link}` } : {}),
});

const momentOf = (momentId: string, pages: RehearsedPage[]): RehearsedMoment => ({
  ...{ momentId, label: 'at', instant: '2026-12-04T20:00:00.000Z', pages, problems: [] },
});

const before = momentOf('m0', [page('/faq/', 'same', '/p/0?s=1')]);
const at = momentOf('m1', [
  page('/new/', 'new', '/p/1?s=2'),
  page('/faq/', 'changed', '/p/2?s=3'),
  page('/', 'changed', '/p/3?s=4'),
  page('/old/', 'gone'),
]);
const moments = [before, at];

test.each([
  ['made for the moment', at, '/new/', { from: '/p/1?s=2', isAsNow: false }],
  ['of the release, though the same as now', before, '/faq/', { from: '/p/0?s=1', isAsNow: false }],
  ['the same as now, so that none was made', before, '/', { from: '/', isAsNow: true }],
  ['not there yet', before, '/new/', { missing: 'never' }],
  ['gone', at, '/old/', { missing: 'gone' }],
])('a page that is %s', (_, moment, path, expected) => {
  expect(shownAt(moments, moment, path)).toEqual(expected);
});

test('a link of a rehearsed page leads to the page as it will be then, and others nowhere', () => {
  expect(pathOfLink(at, 'https://site.example/p/1?s=2')).toBe('/new/');
  expect(pathOfLink(at, '/faq/')).toBe('/faq/');
  expect(pathOfLink(at, '/elsewhere/')).toBeUndefined();
});
