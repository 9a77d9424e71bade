import type { Content, Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { pictureBox } from '../picture.ts';
import { news } from '../sections/news.ts';
import { absolute } from '../url.ts';
import type { HomeView } from '../view.ts';

/** The start page where more than one title lives on the site. */
export const homePage = (view: HomeView, context: Context): Content => {
  const { frame, words } = context;
  return {
    main: html`<div class="masthead masthead-home"><div class="wrap"><h1>${frame.site.name}</h1><p class="lead">${frame.description}</p></div></div>
<section class="wrap bill" aria-labelledby="titles-h"><h2 id="titles-h" class="vh">${words.titles}</h2>
<ul>${view.titles.map((title, at) => entry(title, at === 0))}</ul></section>
${news(view.news, undefined, context)}`,
    linkedData: [
      {
        '@type': 'WebSite',
        name: frame.site.name,
        description: frame.description,
        url: absolute(frame.origin, frame.path),
        inLanguage: frame.locale,
      },
    ],
  };
};

const entry = ({ path, title, logline, picture }: HomeView['titles'][number], first: boolean): Html =>
  html`<li><a href="${path}">${
    picture &&
    pictureBox(picture, {
      shape: 'wide',
      sizes: first ? '(min-width: 84rem) 82rem, 92vw' : '(min-width: 60rem) 40rem, 92vw',
      decorative: true,
      eager: first,
    })
  }<h3>${title}</h3></a><p>${logline}</p></li>`;
