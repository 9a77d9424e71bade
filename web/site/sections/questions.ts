import type { Context } from '../context.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { icon } from '../parts/icon.ts';
import { question } from '../parts/question.ts';
import type { TitleView } from '../view.ts';

/** What fans ask. Beside it is room for the chat, which takes none while it is empty. */
export const questions = ({ questions: asked, faq }: TitleView, { words }: Context): Html => {
  if (asked.length === 0) return NOTHING;
  return html`<section class="band ask" id="questions" aria-labelledby="questions-h"><div class="wrap">
<h2 id="questions-h">${words.questions}</h2>
<div class="faq">${asked.map((one, index) => question(one, 3, index === 0))}${faq && html`<p class="further"><a href="${faq.url}">${words.questionsMore}${icon('forward')}</a></p>`}</div>
<div class="chat-place"></div>
</div></section>`;
};
