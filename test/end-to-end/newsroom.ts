import { signIn } from '../../cli/sign-in.ts';
import { shade } from './pictures.ts';
import { createPublisher } from './publisher.ts';
import { startSystem } from './system.ts';

/** A system with somebody at work on content who may do everything. */
export type Newsroom = Awaited<ReturnType<typeof startNewsroom>>;

export const startNewsroom = async (options: Parameters<typeof startSystem>[0] = {}) => {
  const system = await startSystem(options);
  const bearer = await signIn(system.connection, 'admin');
  const publisher = createPublisher({ request: system.request, bearer, event: system.event });
  let shades = 0;
  return {
    ...system,
    ...publisher,
    bearer,
    /** A picture of the library that is ready, as items refer to it. */
    async picture(alt: Record<string, string> = { en: 'A shade', es: 'Un tono' }) {
      shades += 1;
      const { assetId } = await system.upload(`shade-${shades}.jpg`, 'image/jpeg', await shade(shades, 640, 400));
      return { asset: assetId, alt };
    },
    /** What the public gets, as text. */
    async page(path: string): Promise<{ status: number; text: string; headers: Headers }> {
      const response = await fetch(`${system.runtime.siteUrl}${path}`, { redirect: 'manual' });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
};

export const NAVIGATION = {
  siteName: { en: 'Nine Lamps Out' },
  locales: [
    { locale: 'en', label: 'English' },
    { locale: 'es', label: 'Español' },
  ],
};

export const news = (headline: string, more: object = {}) => ({
  headline: { en: headline },
  summary: { en: `${headline}, in short.` },
  body: { en: `${headline}, at length.` },
  ...more,
});
