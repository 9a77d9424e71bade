// A process of its own that knows sharp and the disk alone: one decode an image, then every rendition that the pipeline
// makes of it, by the pipeline's own plan and encoder settings.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBySize } from '../../services/media/batches.ts';
import { decode, readHeader, uprightSize } from '../../services/media/decode.ts';
import { encode, resize } from '../../services/media/encode.ts';
import { smallestScale } from '../../services/media/geometry.ts';
import { planRenditions } from '../../services/media/rendition.ts';

const contentType = 'image/jpeg';

const render = async (file: string, folder: string): Promise<number> => {
  const bytes = readFileSync(file);
  const header = await readHeader(bytes);
  const source = uprightSize(contentType, header);
  const renditions = planRenditions({ ...source, hasAlpha: header.hasAlpha });
  const scale = smallestScale(renditions, source);
  const size = { width: Math.ceil(source.width * scale), height: Math.ceil(source.height * scale) };
  const base = await decode(bytes, { contentType, size, animated: false });
  for (const group of groupBySize(renditions).values()) {
    const [first] = group;
    if (!first) continue;
    const pixels = await resize(base, first, { focal: { x: 50, y: 50 }, animated: false, source });
    for (const { name, format } of group) writeFileSync(join(folder, name), await encode(pixels, format));
  }
  return renditions.length;
};

process.on('message', async ({ file, folder }: { file: string; folder: string }) => {
  const before = process.cpuUsage();
  const renditions = await render(file, folder);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ renditions, cpuSeconds: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit(0));
