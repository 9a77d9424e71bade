import type { Definition, ListItem, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Html, html, NOTHING, type Value } from './html.ts';
import { remember } from './remember.ts';
import { isExternal, isFollowed } from './url.ts';
import type { Markdown } from './view.ts';

type Level = 2 | 3 | 4 | 5 | 6;
type Context = { definitions: ReadonlyMap<string, Definition>; below: number };

/**
 * Markdown as a page shows it: paragraphs, headings, lists, quotes, emphasis, links, code and breaks, nothing else. HTML in
 * it shows as the text that was typed; a picture shows its words; a link that a page may not follow is text. The highest
 * heading stands one level below `below`, the level of the heading that the text belongs to.
 */
export const renderMarkdown = (markdown: Markdown | undefined, below: 1 | 2 | 3 | 4 | 5): Html => {
  if (!markdown?.trim()) return NOTHING;
  const root = parse(markdown);
  const highest = Math.min(...root.children.map((node) => (node.type === 'heading' ? node.depth : 7)));
  return html`${root.children.map((node) => block(node, { definitions: definitionsOf(root.children), below: below + 1 - highest }))}`;
};

/** A page parses a text for itself, for search and for the chatbot. */
const parse = remember(40, (markdown) => fromMarkdown(markdown.toWellFormed()));

const definitionsOf = (nodes: readonly RootContent[]): ReadonlyMap<string, Definition> => {
  const found = new Map<string, Definition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
};

const all = (nodes: readonly Nodes[], context: Context): Html[] => nodes.map((node) => block(node, context));

const block = (node: Nodes, context: Context): Html => {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${all(node.children, context)}</p>`;
    case 'heading':
      return heading(Math.min(6, Math.max(2, node.depth + context.below)) as Level, all(node.children, context));
    case 'blockquote':
      return html`<blockquote>${all(node.children, context)}</blockquote>`;
    case 'list':
      return list(
        node.ordered ? (node.start ?? 1) : undefined,
        node.children.map((item) => listItem(item, node.spread === true, context)),
      );
    case 'thematicBreak':
      return html`<hr>`;
    case 'code':
      return html`<pre><code>${node.value}</code></pre>`;
    case 'html':
      return html`${node.value}`;
    case 'definition':
      return NOTHING;
    default:
      return inline(node, context);
  }
};

const inline = (node: Nodes, context: Context): Html => {
  switch (node.type) {
    case 'text':
      return html`${node.value}`;
    case 'emphasis':
      return html`<em>${all(node.children, context)}</em>`;
    case 'strong':
      return html`<strong>${all(node.children, context)}</strong>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'break':
      return html`<br>`;
    case 'link':
      return link(node.url, all(node.children, context));
    case 'linkReference':
      return link(context.definitions.get(node.identifier)?.url ?? '', all(node.children, context));
    case 'image':
    case 'imageReference':
      return html`${node.alt}`;
    default:
      return 'children' in node ? html`${all(node.children, context)}` : NOTHING;
  }
};

const link = (url: string, label: Value): Html => {
  if (!isFollowed(url)) return html`${label}`;
  return isExternal(url) ? html`<a href="${url}" rel="noopener">${label}</a>` : html`<a href="${url}">${label}</a>`;
};

const listItem = (item: ListItem, loose: boolean, context: Context): Html => {
  const tight = !loose && !item.spread;
  const inside = item.children.map((child) =>
    tight && child.type === 'paragraph' ? html`${all(child.children, context)}` : block(child, context),
  );
  return html`<li>${inside}</li>`;
};

const list = (start: number | undefined, items: Html[]): Html => {
  if (start === undefined) return html`<ul>${items}</ul>`;
  return start === 1 ? html`<ol>${items}</ol>` : html`<ol start="${start}">${items}</ol>`;
};

const heading = (level: Level, inside: Html[]): Html => {
  switch (level) {
    case 2:
      return html`<h2>${inside}</h2>`;
    case 3:
      return html`<h3>${inside}</h3>`;
    case 4:
      return html`<h4>${inside}</h4>`;
    case 5:
      return html`<h5>${inside}</h5>`;
    default:
      return html`<h6>${inside}</h6>`;
  }
};

/** Markdown without its signs, one line a paragraph: for descriptions, search and feeds. */
export const plainText = (markdown: Markdown | undefined): string =>
  markdown ? parse(markdown).children.map(linesOf).filter(Boolean).join('\n') : '';

/** The text under one heading, and the heading; text above the first heading has none. */
export type Passage = { heading?: string; text: string };

/** Markdown cut at its headings, for search and for answers that cite a place of a page. Headings without text are left out. */
export const passages = (markdown: Markdown | undefined): Passage[] => {
  const found: { heading?: string; lines: string[] }[] = [{ lines: [] }];
  for (const node of markdown ? parse(markdown).children : []) {
    if (node.type === 'heading') found.push({ heading: linesOf(node), lines: [] });
    else found.at(-1)?.lines.push(linesOf(node));
  }
  return found.flatMap(({ heading, lines }) => {
    const text = lines.filter(Boolean).join('\n');
    return text ? [{ ...(heading ? { heading } : {}), text }] : [];
  });
};

/** Blocks that hold blocks put each on a line of its own. */
const BLOCKS = new Set(['root', 'blockquote', 'list', 'listItem']);

const linesOf = (node: Nodes): string => {
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'definition') return '';
  if ('value' in node) return node.value.replace(/\s+/g, ' ').trim() && node.value.replace(/\s+/g, ' ');
  if (!('children' in node)) return '';
  const between = BLOCKS.has(node.type) ? '\n' : '';
  return node.children.map(linesOf).filter(Boolean).join(between).trim();
};
