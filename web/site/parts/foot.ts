import type { Context } from '../context.ts';
import { attributes, type Html, html } from '../html.ts';
import { icon } from './icon.ts';

/** The foot of every page: further pages, the feed, languages, and whose site it is. */
export const foot = ({ frame, words }: Context): Html => {
  const { site, feeds, alternates, locale: own } = frame;
  const links = site.footer.map(({ label, url }) => html`<li><a href="${url}">${label}</a></li>`);
  const languages = alternates.map(
    ({ locale, label, path }) =>
      html`<li><a href="${path}" lang="${locale}" hreflang="${locale}"${attributes({ 'aria-current': locale === own && 'true' })}>${label}</a></li>`,
  );
  return html`<footer class="foot"><div class="wrap">
<p class="sign"><span class="lamp" aria-hidden="true"></span>${site.name}</p>
<nav aria-label="${words.foot}"><ul>${links}<li><a href="${feeds.rss}">${icon('feed')}${words.feed}</a></li></ul></nav>
${
  languages.length > 1 &&
  html`<nav class="tongues" id="languages" aria-label="${words.languages}"><ul>${languages}</ul></nav>
`
}${
  site.legal &&
  html`<p class="legal">${site.legal}</p>
`
}</div></footer>`;
};
