import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { firstPage } from '@marquee/site/first-page.ts';
import type { Picture, PictureFile } from '@marquee/site/picture.ts';
import { ROOT } from '../../infra/build/folders.ts';
import { type Api, type Asset, SETTLED } from '../api.ts';
import type { Connection } from '../connection.ts';

type Manifest = { renditions: PictureFile[]; width: number; height: number };

/** How often it is looked whether the images are ready, in milliseconds. */
const LOOK_EVERY = 500;

/** Images that never get ready, because somebody removed them, are waited for no longer than this, in milliseconds. */
const PATIENCE = 10 * 60_000;

/** Tells the page that this makes from one that somebody wrote. */
const MADE_HERE = { 'made-by': 'first-page' };

/** Whether the site shows the page that this makes. */
export const showsFirstPage = async ({ client, outputs }: Connection): Promise<boolean> => {
  const s3 = new S3Client(client);
  try {
    const page = await s3.send(new HeadObjectCommand({ Bucket: outputs.PagesBucketName, Key: 'index.html' }));
    return page.Metadata?.['made-by'] === MADE_HERE['made-by'];
  } catch (error) {
    if ((error as Error).name === 'NotFound') return false;
    throw error;
  } finally {
    s3.destroy();
  }
};

/** Puts a first page in front of the site once its images are ready, unless the site has a page already. */
export const publishFirstPage = async (
  api: Api,
  { client, outputs }: Connection,
  assetIds: readonly string[],
): Promise<void> => {
  const ready = await whenReady(api, assetIds);
  if (!ready) return;
  const pictureOf = async (part: string, alternative: string): Promise<Picture> => {
    const { manifest } = ready.find(({ fileName }) => fileName.includes(part)) ?? {};
    const response = await fetch(`${outputs.SiteUrl}${manifest}`);
    const { renditions, width, height } = (await response.json()) as Manifest;
    return { files: renditions, width, height, alternative };
  };
  const html = firstPage({
    title: 'Nine Lamps Out',
    logline:
      'One by one the lights along the Carrow coast go dark. The last keeper has until morning to learn who is putting them out.',
    keyArt: await pictureOf('key-art', 'Nine harbour lamps over dark water, three of them still lit'),
    stills: [
      {
        caption: 'Poster',
        shape: 'portrait',
        picture: await pictureOf('poster', 'The poster: one lamp is lit, eight are dark'),
      },
      {
        caption: 'Key art, cropped to a square around its focal point',
        shape: 'square',
        picture: await pictureOf('key-art', 'The first lit lamp'),
      },
      {
        caption: 'Emblem, transparent',
        shape: 'frame',
        picture: await pictureOf('emblem', 'Nine discs in a ring, the topmost bright'),
      },
    ],
  });
  const s3 = new S3Client(client);
  const put = (Key: string, Body: string | Buffer, ContentType: string, CacheControl: string, Metadata = {}) =>
    s3.send(new PutObjectCommand({ Bucket: outputs.PagesBucketName, Key, Body, ContentType, CacheControl, Metadata }));
  const web = (...path: string[]) => readFile(join(ROOT, 'web', ...path));
  const day = 'public, max-age=86400';
  await put('site/first-page.css', await web('site', 'first-page.css'), 'text/css', day);
  await put(
    'site/big-shoulders.woff2',
    await web('ui', 'fonts', 'big-shoulders-latin-wght-normal.woff2'),
    'font/woff2',
    day,
  );
  await put('site/geist.woff2', await web('ui', 'fonts', 'geist-latin-wght-normal.woff2'), 'font/woff2', day);
  await put('index.html', html, 'text/html; charset=utf-8', 'public, max-age=60', MADE_HERE);
  s3.destroy();
};

const whenReady = async (api: Api, assetIds: readonly string[]): Promise<Asset[] | undefined> => {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const assets = await Promise.all(assetIds.map((id) => api<Asset>('GET', `/assets/${id}`)));
    if (assets.every(({ state }) => state === 'ready')) return assets;
    if (assets.some(({ state }) => state !== 'ready' && SETTLED.has(state))) return undefined;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return undefined;
};
