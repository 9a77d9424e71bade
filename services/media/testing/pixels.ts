import { sharp } from '../image-library.ts';

/** The pixel of an encoded image at a place given in parts of its size, as red, green, blue and alpha. */
export const pixelAt = async (image: Uint8Array, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const column = Math.min(info.width - 1, Math.floor(x * info.width));
  const row = Math.min(info.height - 1, Math.floor(y * info.height));
  return [...data.subarray((row * info.width + column) * 4, (row * info.width + column) * 4 + 4)];
};

/** Mean difference of two images in steps of 0 to 255, both shrunk to 64 x 64. */
export const difference = async (a: Uint8Array, b: Uint8Array): Promise<number> => {
  const [one, other] = await Promise.all(
    [a, b].map((image) => sharp(image).resize(64, 64, { fit: 'fill' }).removeAlpha().raw().toBuffer()),
  );
  if (!one || !other) throw new Error('two images are compared');
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
};

/** A picture whose corners are red, green, blue and white, clockwise from the top left. */
export const corners = async (width: number, height: number) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" width="${width}" height="${height}"
    preserveAspectRatio="none"><path d="M0 0h1v1H0z" fill="#f00"/><path d="M1 0h1v1H1z" fill="#0f0"/>
    <path d="M1 1h1v1H1z" fill="#00f"/><path d="M0 1h1v1H0z" fill="#fff"/></svg>`;
  return sharp(Buffer.from(svg)).resize(width, height, { fit: 'fill' }).flatten();
};
