import type { Content, Context } from './context.ts';
import { document } from './document.ts';
import { faqPage } from './pages/faq.ts';
import { galleryPage } from './pages/gallery.ts';
import { homePage } from './pages/home.ts';
import { lostPage } from './pages/lost.ts';
import { newsPage } from './pages/news.ts';
import { newsIndexPage } from './pages/news-index.ts';
import { personPage } from './pages/person.ts';
import { pressKitPage } from './pages/press-kit.ts';
import { searchPage } from './pages/search.ts';
import { titlePage } from './pages/title.ts';
import { trailerPage } from './pages/trailer.ts';
import type { Page, PageView } from './view.ts';
import { wordsOf } from './words.ts';

/** The HTML of a page. The same view gives the same bytes: no clock, no chance, nothing read from elsewhere. */
export const render = ({ frame, view }: Page): string => {
  const context = { frame, words: wordsOf(frame.locale) };
  return document(context, view.page, contentOf(view, context)).toString();
};

const contentOf = (view: PageView, context: Context): Content => {
  switch (view.page) {
    case 'title':
      return titlePage(view, context);
    case 'news':
      return newsPage(view, context);
    case 'news-index':
      return newsIndexPage(view, context);
    case 'person':
      return personPage(view, context);
    case 'trailer':
      return trailerPage(view, context);
    case 'gallery':
      return galleryPage(view, context);
    case 'faq':
      return faqPage(view, context);
    case 'press-kit':
      return pressKitPage(view, context);
    case 'home':
      return homePage(view, context);
    case 'search':
      return searchPage(view, context);
    case 'not-found':
    case 'gone':
      return lostPage(view, context);
  }
};
