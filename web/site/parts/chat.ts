import type { Context } from '../context.ts';
import { attributes, type Html, html } from '../html.ts';
import type { LinkedData } from '../linked-data/node.ts';
import { icon } from './icon.ts';

/** Where a question goes without a script; the answer is a page then. */
const ASK = '/chat/ask';

/** What is offered before anything was asked. */
const EXAMPLES = 3;

/** What the chat is called, on its launcher and its head. */
const nameOf = ({ frame, words }: Context): string => words.chat.name(frame.site.name);

/**
 * The chat as it stands on a page: what it answers from, questions to press, and a field. Everything posts; the script takes
 * over at the first press. Where the page has too few questions of its own, those follow that can be asked of any title.
 */
export const chat = (context: Context, asked: readonly string[] = []): Html => {
  const { frame, words } = context;
  const own = asked.filter((question) => question.trim() !== '');
  const examples = [...own, ...words.chat.examples]
    .slice(0, EXAMPLES)
    .map((question) => html`<button name="question" value="${question}" dir="auto">${question}</button>`);
  const locale = html`<input type="hidden" name="locale" value="${frame.locale}">`;
  const told = attributes({
    'data-kept': `marquee-chat:${frame.locale}`,
    'data-words': JSON.stringify(words.chat.told),
  });
  return html`<marquee-chat id="chat"${told}><section class="chat" aria-labelledby="chat-name">
<header><span class="face">${icon('chat')}</span><p><strong id="chat-name">${nameOf(context)}</strong><small>${words.chat.where}</small></p>
<button class="chat-more" type="button" aria-expanded="false" aria-controls="chat-menu" hidden>${icon('more')}<span class="vh">${words.chat.more}</span></button>
<button class="chat-close" type="button" hidden>${icon('close')}<span class="vh">${words.chat.close}</span></button></header>
<div class="log" role="log" aria-live="polite" aria-label="${words.chat.log}" tabindex="0"><div class="hello"><p>${words.chat.hello}</p>
<form class="try" method="post" action="${ASK}" aria-label="${words.chat.forExample}">${locale}${examples}</form></div></div>
<form class="say" method="post" action="${ASK}">${locale}<label class="vh" for="say">${words.chat.question}</label><textarea id="say" name="question" rows="1" maxlength="500" required autocomplete="off" enterkeyhint="send" placeholder="${words.chat.hint}"></textarea><button type="submit">${icon('send')}<span class="vh">${words.chat.send}</span></button></form>
</section></marquee-chat>`;
};

/** The chat at the end of a page that keeps no other place for it. On a wide screen it waits there for its launcher. */
export const chatAtFoot = (context: Context, linkedData: readonly LinkedData[]): Html =>
  html`<div class="chat-foot"><div class="wrap">${chat(context, askedIn(linkedData))}</div></div>`;

/** Floats over the page's corner. Without a script it leads to where the chat stands. */
export const launcher = (context: Context): Html =>
  html`<a class="launch" href="#chat">${icon('chat')}<span>${nameOf(context)}</span></a>`;

/** The questions that a page says it answers. */
const askedIn = (linkedData: readonly LinkedData[]): string[] => {
  const about = linkedData.find((node) => node['@type'] === 'FAQPage')?.mainEntity;
  return Array.isArray(about) ? about.map(({ name }: { name: string }) => name) : [];
};
