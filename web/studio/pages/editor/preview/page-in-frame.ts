/** What a page may not have in a preview; its frame would not let it do anything either. */
const OUT =
  'script, iframe, object, embed, meta[http-equiv], base, link[rel~="manifest"], link[rel~="preload"][as="script"]';

/** A page without what could run or lead away. */
export const inert = (html: string): Document => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(OUT)) element.remove();
  for (const element of page.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name);
  }
  return page;
};

const sheetsOf = (page: Document): string =>
  [...page.querySelectorAll('link[rel~="stylesheet"]')].map((link) => link.getAttribute('href')).join(' ');

/** Puts a page in the place of the one that a frame shows, without loading anew where both look alike; whether that was possible. */
export const putInPlace = (shown: Document, page: Document): boolean => {
  if (!shown.body || sheetsOf(shown) === '' || sheetsOf(shown) !== sheetsOf(page)) return false;
  const { scrollingElement } = shown;
  const top = scrollingElement?.scrollTop ?? 0;
  for (const name of ['lang', 'dir', 'class']) {
    const value = page.documentElement.getAttribute(name);
    if (value === null) shown.documentElement.removeAttribute(name);
    else shown.documentElement.setAttribute(name, value);
  }
  shown.title = page.title;
  shown.body.replaceWith(shown.adoptNode(page.body));
  if (scrollingElement) scrollingElement.scrollTop = top;
  return true;
};
