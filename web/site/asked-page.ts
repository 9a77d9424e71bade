import { DOCTYPE, type Html, html } from './html.ts';
import { icon } from './parts/icon.ts';
import type { Frame } from './view.ts';
import { direction, wordsOf } from './words.ts';

/** A question of a conversation with its answer, where there is one yet. */
export type AskedView = {
  question: string;
  answer?: { text: string; sources: readonly { path: string; title: string; heading?: string }[] };
};

export type AskedPage = {
  locale: string;
  files: Pick<Frame['files'], 'stylesheet' | 'icon'>;
  /** What the next question is sent with; nothing where a new conversation begins. */
  hidden: Readonly<Record<string, string>>;
  turns: readonly AskedView[];
  /** Why the question was not taken. */
  problem?: string;
  /** Where to look again while an answer is on its way. */
  again?: string;
};

/** The chat as a page of its own, for browsers that run no script: what was asked and answered, and a field for more. */
export const askedPage = ({ locale, files, hidden, turns, problem, again }: AskedPage): string => {
  const { chat } = wordsOf(locale);
  const fields = Object.entries({ locale, ...hidden });
  return html`${DOCTYPE}<html lang="${locale}" dir="${direction(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${chat.title}</title>
<link rel="stylesheet" href="${files.stylesheet}">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${again && html`<meta http-equiv="refresh" content="2;url=${again}">`}${files.icon && html`<link rel="icon" href="${files.icon}" type="image/svg+xml">`}
</head>
<body class="is-asked">
<main id="content" class="wrap asked"><section class="chat" aria-labelledby="chat-name">
<header><span class="face">${icon('chat')}</span><p><strong id="chat-name" role="heading" aria-level="1">${chat.title}</strong><small>${chat.where}</small></p></header>
<div class="log">${turns.map((turn) => asked(turn, locale))}${problem && html`<p class="note" role="alert">${problem}</p>`}</div>
<form class="say" method="post" action="/chat/ask">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<label class="vh" for="say">${chat.question}</label><textarea id="say" name="question" rows="1" maxlength="500" required autocomplete="off" placeholder="${chat.hint}"></textarea><button type="submit">${icon('send')}<span class="vh">${chat.send}</span></button></form>
${again ? html`<p class="base"><a href="${again}">${chat.look}</a></p>` : html`<p class="base"><a href="/">${chat.backHome}</a></p>`}
</section></main>
</body>
</html>
`.toString();
};

const asked = ({ question, answer }: AskedView, locale: string): Html => {
  const { chat } = wordsOf(locale);
  const said = answer?.text.split('\n').filter(Boolean) ?? [];
  return html`<div class="turn"><p class="q" dir="auto"><span class="vh">${chat.told.you} </span>${question}</p><div class="a">${
    answer ? said.map((paragraph) => html`<p dir="auto">${paragraph}</p>`) : html`<p role="status">${chat.pending}</p>`
  }${
    answer &&
    answer.sources.length > 0 &&
    html`<div class="deeds"><ul class="src">${answer.sources.map(({ path, title, heading }) => html`<li><a href="${path}">${icon('forward')}<span>${heading ? `${title}: ${heading}` : title}</span></a></li>`)}</ul></div>`
  }</div></div>`;
};
