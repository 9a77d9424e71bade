import { describe, expect, test } from 'vitest';
import { pieces, snippet } from './browser/snippet.ts';
import { createSearch, type SearchEntry } from './search.ts';

const entries: SearchEntry[] = [
  { path: '/es/', kind: 'title', title: 'Nueve lámparas', summary: 'Un misterio', text: 'La señal del farero Ñandú.' },
  { path: '/es/news/a/', kind: 'news', title: 'El tráiler', summary: 'Ya está aquí', text: 'Una lámpara no contesta.' },
  { path: '/es/people/b/', kind: 'person', title: 'Inessa Varrowby', summary: 'Edda', text: '' },
];

const find = createSearch(entries, 'es');
const paths = (query: string): string[] => find(query).map(({ path }) => path);

describe('search', () => {
  test('finds by the beginning of words, titles first', () => {
    expect(paths('lámp')).toEqual(['/es/', '/es/news/a/']);
  });

  test('hears no accents and no capitals', () => {
    expect(paths('LAMPARAS')).toContain('/es/');
    expect(paths('senal')).toEqual(['/es/']);
    expect(paths('nandu')).toEqual(['/es/']);
  });

  test('forgives a slip', () => {
    expect(paths('varowby')).toEqual(['/es/people/b/']);
  });

  test('wants every word', () => {
    expect(paths('lámpara contesta')).toEqual(['/es/news/a/']);
    expect(paths('lámpara varrowby')).toEqual([]);
    expect(paths('')).toEqual([]);
  });
});

describe('what was found', () => {
  test('is shown with the words that the query met apart', () => {
    const [found] = find('lampara contesta');
    expect(pieces(found?.text ?? '', found?.terms ?? [], 'es')).toEqual([
      { words: 'Una ', met: false },
      { words: 'lámpara', met: true },
      { words: ' no ', met: false },
      { words: 'contesta', met: true },
      { words: '.', met: false },
    ]);
  });

  test('is shown from where the text meets it, else by its summary', () => {
    const text = `${'word '.repeat(60)}lámpara ${'more '.repeat(60)}`;
    const cut = snippet({ summary: 'A line', text, terms: ['lampara'] }, 'es');
    expect(cut).toMatch(/^… word .*lámpara.* more …$/);
    expect(cut.length).toBeLessThan(200);
    expect(snippet({ summary: 'A line', text, terms: ['other'] }, 'es')).toBe('A line');
  });
});
