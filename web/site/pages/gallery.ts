import type { Content, Context } from '../context.ts';
import { classes, html } from '../html.ts';
import { imageOf } from '../linked-data/node.ts';
import { crumbsTo } from '../parts/breadcrumb.ts';
import { masthead } from '../parts/masthead.ts';
import { lightbox, still } from '../parts/still.ts';
import type { GalleryView } from '../view.ts';

/** All pictures of a title with their captions; each opens large. */
export const galleryPage = (view: GalleryView, context: Context): Content => {
  const { words, frame } = context;
  const crumbs = crumbsTo(context, view.about);
  const figures = view.figures.map(
    (figure) =>
      html`<li class="${classes(figure.picture.height > figure.picture.width && 'tall')}">${still(figure, context, { shape: 'frame', sizes: '(min-width: 60rem) 40vw, (min-width: 40rem) 46vw, 92vw' })}</li>`,
  );
  return {
    main: html`${masthead(context, { heading: view.name, crumbs, lead: view.description })}
<div class="wrap gallery"><ul class="wall"${lightbox(words)}>${figures}</ul></div>`,
    crumbs,
    linkedData: [
      {
        '@type': 'ImageGallery',
        name: view.name,
        description: view.description,
        image: view.figures.slice(0, 12).flatMap(({ picture }) => imageOf(picture, frame.origin) ?? []),
      },
    ],
  };
};
