import { readFile } from 'node:fs/promises';
import { render } from '@marquee/site/render.ts';
import type { SearchIndex } from '@marquee/site/search.ts';
import { readStatic } from '@marquee/site/static.ts';
import { themeOf } from '@marquee/site/theme.ts';
import type { Page, PageView } from '@marquee/site/view.ts';
import { buildSite } from '../../../infra/build/site.ts';
import { arabicPreview } from './arabic.ts';
import { drawPictures } from './fixture-pictures.ts';
import { frameOf } from './frame.ts';
import { pages } from './page-fixtures.ts';
import { pictureFiles } from './pictures.ts';
import { series } from './title-fixture.ts';
import { film, game, seriesInSpanish } from './title-variants.ts';

export type Body = { contentType: string; body: string | Uint8Array };

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:04.000\nOne. Two. Three.\n';

/** Every file of the fixtures' site by its path, and the pages' views. */
export const makeSite = async () => {
  const { files, frame } = await readStatic(await buildSite());
  const pictures = await drawPictures();
  const title = series(pictures);
  const views: Readonly<Record<string, PageView>> = {
    '/': title,
    '/saltglass/': game(pictures),
    '/understudy/': film(pictures),
    ...pages(pictures),
  };
  const made: Page[] = Object.entries(views).map(([path, view]) => {
    const name = 'name' in view ? view.name : 'headline' in view ? view.headline : 'Nine Lamps Out';
    const description = 'logline' in view ? view.logline : 'One by one the lights along the Carrow coast go dark.';
    const theme = view.page === 'title' && view.kind === 'game' ? '/theme/dunes.css' : '/theme/lamps.css';
    const more = { title: name, description, shared: pictures.keyArt };
    const inEnglish = frameOf(frame, 'en', path, more);
    return { frame: { ...inEnglish, files: { ...inEnglish.files, theme } }, view };
  });
  made.push({
    frame: frameOf(frame, 'es', '/', {
      title: title.name,
      description: seriesInSpanish(pictures).logline,
      shared: pictures.keyArt,
    }),
    view: seriesInSpanish(pictures),
  });
  made.push(arabicPreview(frame, pictures));
  const index: SearchIndex = {
    locale: 'en',
    version: '1',
    entries: made
      .filter(({ frame: { locale } }) => locale === 'en')
      .map(({ frame: { path, title: name, description }, view }) => ({
        path,
        kind: view.page,
        title: name,
        summary: description,
        text: '',
      })),
  };
  const served = new Map<string, Body>(files.map(({ path, ...body }) => [path, body]));
  for (const page of made) served.set(page.frame.path, { contentType: 'text/html; charset=utf-8', body: render(page) });
  served.set('/search.json', { contentType: 'application/json', body: JSON.stringify(index) });
  served.set('/theme/lamps.css', { contentType: 'text/css', body: themeOf(pictures.keyArt.colours ?? []).css });
  served.set('/theme/dunes.css', { contentType: 'text/css', body: themeOf(pictures.dunes.colours ?? []).css });
  for (const locale of ['en', 'es'])
    served.set(`/media/trailer.${locale}.vtt`, { contentType: 'text/vtt', body: CAPTIONS });
  for (const [path, { contentType, file }] of pictureFiles)
    served.set(path, { contentType, body: await readFile(file) });
  return { served, pages: made, pictures, files: frame };
};
