import { attributes, type Html, html } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import type { Question } from '../view.ts';
import { icon } from './icon.ts';

/** A question that opens its answer. A link to `#id` opens it too, since the id stands within what is folded away. */
export const question = ({ id, question: asked, answer }: Question, level: 2 | 3, open = false): Html =>
  html`<details${attributes({ open })}><summary>${level === 2 ? html`<h2>${asked}</h2>` : html`<h3>${asked}</h3>`}${icon('plus')}</summary><div class="prose" id="${id}">${renderMarkdown(answer, level)}</div></details>`;
