import type { Context } from '../context.ts';
import { attributes, type Html, html } from '../html.ts';
import { icon } from './icon.ts';

/** With more languages than this the bar leads to the list at the foot. */
const SHOWN = 2;

/** The bar over the top of every page: the site's name, what it leads to, languages and search. On a phone the middle folds into a menu. */
export const bar = ({ frame, words }: Context): Html => {
  const { site, path, search } = frame;
  const links = site.links.map(
    ({ label, url }) =>
      html`<li><a href="${url}"${attributes({ 'aria-current': url === path && 'page' })}>${label}</a></li>`,
  );
  return html`<header class="bar"><div class="wrap">
<a class="home" href="${site.home}"${attributes({ 'aria-current': site.home === path && 'page' })}><span class="lamp" aria-hidden="true"></span>${site.name}</a>
${
  links.length > 0 &&
  html`<button class="unfold" type="button" popovertarget="menu">${icon('menu')}<span class="vh">${words.menu}</span></button>
<nav id="menu" popover aria-label="${words.bar}"><button class="fold" type="button" popovertarget="menu" popovertargetaction="hide">${icon('close')}<span class="vh">${words.close}</span></button><ul>${links}</ul></nav>
`
}<ul class="ways">${languages(frame)}<li><a class="find" href="${search}"${attributes({ 'aria-current': search === path && 'page' })}>${icon('search')}<span>${words.search}</span></a></li></ul>
</div></header>`;
};

const languages = (frame: Context['frame']): Html | readonly Html[] => {
  const others = frame.alternates.filter(({ locale }) => locale !== frame.locale);
  const own = frame.alternates.find(({ locale }) => locale === frame.locale);
  if (others.length > SHOWN) {
    return html`<li><a class="tongue" href="#languages">${icon('globe')}<span>${own?.label ?? frame.locale}</span></a></li>`;
  }
  return others.map(
    ({ locale, label, path }) =>
      html`<li><a class="tongue" href="${path}" lang="${locale}" hreflang="${locale}">${label}</a></li>`,
  );
};
