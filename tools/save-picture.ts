import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Writes a screenshot to `docs/` as small as it stays readable, and tells where. */
export const savePicture = async (name: string, screenshot: Uint8Array): Promise<void> => {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', name);
  const picture = sharp(screenshot).resize({ width: 1200 }).png({ palette: true, colours: 160, effort: 10 });
  writeFileSync(file, await picture.toBuffer());
  console.log(file);
};
