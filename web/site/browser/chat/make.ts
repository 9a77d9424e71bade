type Properties = {
  class?: string;
  text?: string;
  /** Text that others wrote: its direction is its own, and ends with it. */
  words?: string;
  press?: () => void;
} & Readonly<Record<`aria-${string}` | 'role' | 'href' | 'id' | 'tabindex', string>>;

/** An element. What stands in it is text and never markup. */
export const make = <T extends keyof HTMLElementTagNameMap>(
  tag: T,
  { text, words, press, ...attributes }: Partial<Properties> = {},
  ...children: readonly (Node | undefined | false)[]
): HTMLElementTagNameMap[T] => {
  const element = document.createElement(tag);
  if (tag === 'button') element.setAttribute('type', 'button');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value as string);
  if (words !== undefined) element.dir = 'auto';
  if (press) element.addEventListener('click', press);
  element.append(words ?? text ?? '', ...children.filter((child) => child instanceof Node));
  return element;
};

/** Paragraphs of an answer, each a line of its own direction; `lead` stands unseen before the first. */
export const paragraphs = (text: string, lead = ''): HTMLElement[] =>
  text
    .split(/\n\s*\n/)
    .filter((words) => words.trim() !== '')
    .map((words, at) =>
      at === 0 && lead
        ? make('p', {}, make('span', { class: 'vh', text: `${lead} ` }), make('span', { words: words.trim() }))
        : make('p', { words: words.trim() }),
    );

/** A text with its `{places}` filled. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

const SVG = 'http://www.w3.org/2000/svg';

/** A sheet of paper, which a source is told by. */
export const sheet = (): SVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M4 2.2h5.2L12.6 5.6v8.2H4zM9 2.4v3.4h3.4M6.4 8.4h3.8M6.4 10.9h3.8');
  svg.append(path);
  return svg;
};
