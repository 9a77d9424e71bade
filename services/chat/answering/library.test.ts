import { expect, test } from 'vitest';
import { filmKnowledge } from '../testing/small-knowledge.ts';
import { openKnowledge } from './library.ts';
import { understand } from './understand.ts';

const PASSAGES = 2_000;

test('two thousand passages are ready in a moment, and asked in a few milliseconds', () => {
  const text =
    'Mina finds an orchard of glass behind the quarry, and nobody in the village will say who planted it, or when.';
  const passages = Array.from({ length: PASSAGES }, (_, index) => ({
    heading: `Chapter ${index}`,
    text: `${text} ${index}`,
  }));
  const page = { path: '/news/long/', kind: 'news', title: 'At length', itemId: 'long', passages };
  const knowledge = filmKnowledge();
  openKnowledge(knowledge);
  const begun = process.cpuUsage();
  const library = openKnowledge({ ...knowledge, pages: [...knowledge.pages, page] });
  const { user } = process.cpuUsage(begun);
  // A shared machine takes longer than a machine of its own, where it is under a tenth of a second.
  expect(user / 1_000).toBeLessThan(1_500);
  const asked = performance.now();
  const understood = understand({ text: 'how long is the film', locale: 'en', recent: [] }, new Map([['en', library]]));
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect(understood.evidence[0]?.source.itemId).toBe('length');
});

test('the questions page is left out: it repeats the curated answers', () => {
  const knowledge = filmKnowledge();
  const repeated = { path: '/questions/', kind: 'faq', title: 'Questions', passages: [{ text: 'A zebra crosses.' }] };
  const library = openKnowledge({ ...knowledge, pages: [...knowledge.pages, repeated] });
  const understood = understand({ text: 'does a zebra cross', locale: 'en', recent: [] }, new Map([['en', library]]));
  expect(understood.evidence).toEqual([]);
});
