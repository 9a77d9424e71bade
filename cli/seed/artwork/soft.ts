import sharp from 'sharp';
import { type Canvas, drawing } from './svg.ts';

/** Blurred shapes are drawn this wide, in pixels: a blur has no detail to lose, and at full size it takes seconds. */
const WIDTH = 640;

/** Shapes out of focus, as an `<image>` over the whole canvas; `deviation` is in the canvas's units. */
export const soft = async (canvas: Canvas, deviation: number, definitions: string, shapes: string): Promise<string> => {
  const [width, height] = [WIDTH, Math.round((WIDTH * canvas.height) / canvas.width)];
  const svg = drawing(canvas, definitions, shapes).replace('<svg ', `<svg width="${width}" height="${height}" `);
  const png = await sharp(Buffer.from(svg))
    .blur(Math.max(0.3, (deviation * width) / canvas.width))
    .png({ compressionLevel: 2 })
    .toBuffer();
  return `<image href="data:image/png;base64,${png.toString('base64')}" width="${canvas.width}" height="${canvas.height}" preserveAspectRatio="none"/>`;
};
