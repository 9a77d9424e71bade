import type { Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { chat } from '../parts/chat.ts';
import { icon } from '../parts/icon.ts';
import { question } from '../parts/question.ts';
import type { TitleView } from '../view.ts';

/** What fans ask, beside the chat where they ask the rest. Without questions there is the chat alone. */
export const questions = ({ questions: asked, faq }: TitleView, context: Context): Html => {
  const { words } = context;
  const answered = html`<div class="faq">${asked.map((one, index) => question(one, 3, index === 0))}${faq && html`<p class="further"><a href="${faq.url}">${words.questionsMore}${icon('forward')}</a></p>`}</div>`;
  return html`<section class="band ask" id="questions" aria-labelledby="questions-h"><div class="wrap">
<h2 id="questions-h">${words.questions}</h2>
${asked.length > 0 && answered}
<div class="chat-place">${chat(
    context,
    asked.map((one) => one.question),
  )}</div>
</div></section>`;
};
