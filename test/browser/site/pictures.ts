import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture, PictureFile, Shape } from '@marquee/site/picture.ts';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { BUILD_FOLDER } from '../../../infra/build/folders.ts';

const FOLDER = join(BUILD_FOLDER, 'site-fixtures');

const RATIO: Readonly<Record<Exclude<Shape, 'frame'>, number>> = { wide: 9 / 16, square: 1, portrait: 3 / 2 };

type Wanted = {
  shapes: Partial<Record<Shape, readonly number[]>>;
  alternative: string;
  colours: readonly string[];
  focalPoint?: { x: number; y: number };
};

/** Pictures made so far, by their public path. */
export const pictureFiles = new Map<string, { contentType: string; file: string }>();

/** Draws a picture and its renditions as the media pipeline names them. What was drawn before is taken from the build folder. */
export const draw = async (svg: string, { shapes, alternative, colours, focalPoint }: Wanted): Promise<Picture> => {
  const id = createHash('sha256').update(svg).update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
  const folder = join(FOLDER, id);
  const listed = join(folder, 'picture.json');
  if (!existsSync(listed)) {
    // Whole or not at all: other tests draw the same at the same time.
    const part = `${folder}.${process.pid}`;
    await make(svg, id, part, shapes, focalPoint);
    await rename(part, folder).catch(() => rm(part, { recursive: true }));
  }
  const { files, thumbhash, width, height } = JSON.parse(await readFile(listed, 'utf8')) as Pick<
    Picture,
    'width' | 'height' | 'thumbhash'
  > & { files: PictureFile[] };
  for (const { path, name, contentType } of files) pictureFiles.set(path, { contentType, file: join(folder, name) });
  return { files, thumbhash, width, height, alternative, colours, focalPoint };
};

const make = async (
  svg: string,
  id: string,
  folder: string,
  shapes: Wanted['shapes'],
  focalPoint = { x: 50, y: 50 },
) => {
  await mkdir(folder, { recursive: true });
  const { data, info } = await sharp(Buffer.from(svg), { density: 110 }).png().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const small = await sharp(data)
    .resize(90, 90, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const thumbhash = Buffer.from(rgbaToThumbHash(small.info.width, small.info.height, small.data)).toString('base64');
  const files: PictureFile[] = [];
  for (const [shape, widths] of Object.entries(shapes) as [Shape, readonly number[]][]) {
    const ratio = shape === 'frame' ? height / width : RATIO[shape];
    const crop = {
      width: Math.min(width, Math.round(height / ratio)),
      height: Math.min(height, Math.round(width * ratio)),
    };
    const left = Math.round(Math.min(Math.max((width * focalPoint.x) / 100 - crop.width / 2, 0), width - crop.width));
    const top = Math.round(
      Math.min(Math.max((height * focalPoint.y) / 100 - crop.height / 2, 0), height - crop.height),
    );
    for (const wide of widths) {
      const size = { width: wide, height: Math.round(wide * ratio) };
      const image = sharp(data)
        .extract({ left, top, ...crop })
        .resize(size)
        .removeAlpha();
      for (const [ending, contentType, bytes] of [
        ['avif', 'image/avif', await image.clone().avif({ quality: 50, effort: 1 }).toBuffer()],
        ['webp', 'image/webp', await image.clone().webp({ quality: 72, effort: 1 }).toBuffer()],
        ['jpg', 'image/jpeg', await image.clone().jpeg({ quality: 78 }).toBuffer()],
      ] as const) {
        const name = `${shape}-${wide}.${ending}`;
        await writeFile(join(folder, name), bytes);
        files.push({ name, path: `/media/${id}/${name}`, contentType, ...size, bytes: bytes.byteLength });
      }
    }
  }
  await writeFile(join(folder, 'picture.json'), JSON.stringify({ files, thumbhash, width, height }));
};
