import type { Content, Context } from '../context.ts';
import { html } from '../html.ts';
import { titleNodes } from '../linked-data/title.ts';
import { cast } from '../sections/cast.ts';
import { credits } from '../sections/credits.ts';
import { episodes } from '../sections/episodes.ts';
import { hero } from '../sections/hero.ts';
import { news } from '../sections/news.ts';
import { questions } from '../sections/questions.ts';
import { stills } from '../sections/stills.ts';
import { story } from '../sections/story.ts';
import { watch } from '../sections/watch.ts';
import { when } from '../sections/when.ts';
import { themeOf } from '../theme.ts';
import type { TitleView } from '../view.ts';

/** The page of a film, a series or a game. Sections without content are left out. */
export const titlePage = (view: TitleView, context: Context): Content => ({
  main: html`${hero(view, context)}
${when(view, context)}
${story(view, context)}
${watch(view, context)}
${episodes(view, context)}
${cast(view, context)}
${stills(view, context)}
${questions(view, context)}
${news(view.news, view.newsIndex, context)}
${credits(view, context)}`,
  linkedData: titleNodes(view, context),
  kind: view.kind === 'series' ? 'video.tv_show' : view.kind === 'film' ? 'video.movie' : 'website',
  themeColour: themeOf(view.keyArt?.colours ?? []).palette.scrim,
});
