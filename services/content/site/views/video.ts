import type { Video } from '@marquee/site/view.ts';
import type { Trailer } from '../../model/trailer.ts';
import type { Look } from '../look.ts';

/** A film as its player needs it: what the library has of it, then what is kept elsewhere. */
export const video = async (look: Look, data: Trailer): Promise<Video> => {
  const film = await look.asset(data.video);
  const own = (film?.files ?? [])
    .filter(({ contentType }) => contentType.startsWith('video/'))
    .map(({ path, contentType }) => ({ url: path, contentType }));
  return {
    title: look.text(data.name) ?? '',
    poster: await look.asset(data.poster),
    sources: [...own, ...(data.sources ?? [])],
    captions: await captionsOf(look, data),
    duration: data.duration,
    description: look.text(data.description),
    transcript: look.text(data.transcript),
  };
};

/** Captions whose file is not there are left out: the film can be watched without them. */
const captionsOf = async (look: Look, { captions = [] }: Trailer): Promise<Video['captions']> => {
  const found = captions.map(async ({ asset, url, locale, label }) => {
    const file = asset === undefined ? undefined : (await look.asset({ asset, alt: {} }))?.files[0];
    const address = url ?? file?.path;
    return address === undefined ? [] : [{ url: address, locale, label }];
  });
  return (await Promise.all(found)).flat();
};
