import { createSearch, type Found, type Search, type SearchIndex } from '../search.ts';
import { pieces, snippet } from './snippet.ts';

type Told = {
  found: Readonly<Record<string, string>>;
  nothing: string;
  failed: string;
  again: string;
  kinds: Readonly<Record<string, string>>;
};

/** How long typing must pause before it is searched for, in milliseconds. */
const PAUSE = 150;

/** Finds as one types. The query stands in the address, so a search can be linked to, and gone back to. */
export const search = (results: HTMLElement): void => {
  const { index = '', locale = 'en', words = '{}' } = results.dataset;
  const told = JSON.parse(words) as Told;
  const input = document.querySelector<HTMLInputElement>('#q');
  const [status, list] = [results.querySelector('.status'), results.querySelector('ol')];
  if (!input || !status || !list) return;
  let loading: Promise<Search> | undefined;
  const load = (): Promise<Search> => {
    loading ??= read(index, locale);
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  const find = async (): Promise<void> => {
    const query = input.value.trim();
    results.classList.toggle('searching', query !== '');
    if (query === '') {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    try {
      const found = (await load())(query);
      if (query !== input.value.trim()) return;
      const count = told.found[new Intl.PluralRules(locale).select(found.length)] ?? told.found.other ?? '';
      const said = found.length > 0 ? count.replace('{n}', String(found.length)) : told.nothing;
      status.textContent = said.replace('{query}', query);
      list.replaceChildren(...found.map((page) => entry(page, told, locale)));
    } catch (error) {
      list.replaceChildren();
      status.textContent = `${told.failed.replace('{reason}', (error as Error).message)} `;
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = told.again;
      again.addEventListener('click', () => void find());
      status.append(again);
    }
  };
  const remember = (): void => {
    const address = new URL(location.href);
    if (input.value.trim()) address.searchParams.set('q', input.value.trim());
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      remember();
      void find();
    }, PAUSE);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    remember();
    void find();
  });
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  void find();
};

const read = async (index: string, locale: string): Promise<Search> => {
  const response = await fetch(index);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const { entries } = (await response.json()) as SearchIndex;
  return createSearch(entries, locale);
};

const entry = (page: Found, { kinds }: Told, locale: string): HTMLElement => {
  const [item, kind, heading, link, text] = (['li', 'small', 'h2', 'a', 'p'] as const).map((tag) =>
    document.createElement(tag),
  ) as [HTMLLIElement, HTMLElement, HTMLHeadingElement, HTMLAnchorElement, HTMLParagraphElement];
  kind.textContent = kinds[page.kind] ?? page.kind;
  link.href = page.path;
  link.append(...marked(page.title, page.terms, locale));
  heading.append(link);
  text.append(...marked(snippet(page, locale), page.terms, locale));
  item.append(kind, heading, text);
  return item;
};

const marked = (text: string, terms: readonly string[], locale: string): Node[] =>
  pieces(text, terms, locale).map(({ words, met }) => {
    if (!met) return document.createTextNode(words);
    const mark = document.createElement('mark');
    mark.textContent = words;
    return mark;
  });
