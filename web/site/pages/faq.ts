import type { Content, Context } from '../context.ts';
import { html } from '../html.ts';
import { questionsNode } from '../linked-data/questions.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { icon } from '../parts/icon.ts';
import { masthead } from '../parts/masthead.ts';
import { question } from '../parts/question.ts';
import type { FaqView } from '../view.ts';

/** All questions, in their groups. */
export const faqPage = (view: FaqView, context: Context): Content => {
  const { words } = context;
  const crumbs = crumbsTo(context, view.about);
  const groups = view.groups.filter(({ questions }) => questions.length > 0);
  const headed = groups.flatMap(({ heading }, at) => (heading ? [{ heading, id: `group-${at + 1}` }] : []));
  const contents =
    headed.length > 1 &&
    html`<nav class="contents" aria-label="${view.name}"><ul>${headed.map(({ heading, id }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>`;
  const sections = groups.map(
    ({ heading, questions }, at) =>
      html`<section>${heading && html`<h2 id="group-${at + 1}">${heading}</h2>`}<div class="faq">${questions.map((one) => question(one, heading ? 3 : 2))}</div></section>`,
  );
  return {
    main: html`${masthead(context, { heading: view.name, crumbs })}
<div class="wrap answers">${contents}<div class="groups">${sections}
${view.about && html`<p class="further"><a href="${view.about.url}">${words.about(view.about.label)}${icon('forward')}</a></p>`}</div></div>`,
    crumbs,
    linkedData: questionsNode(groups.flatMap(({ questions }) => questions)),
  };
};
