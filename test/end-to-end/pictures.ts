import sharp from 'sharp';

/** A picture with a red top left, a green top right, a blue bottom left and a yellow bottom right. */
export const quarters = (width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
        <rect width="50%" height="50%" fill="#d02020"/><rect x="50%" width="50%" height="50%" fill="#20a020"/>
        <rect y="50%" width="50%" height="50%" fill="#2020d0"/><rect x="50%" y="50%" width="50%" height="50%" fill="#d0c020"/>
      </svg>`,
    ),
  ).removeAlpha();

/** A JPEG unlike every other: the shade is part of the picture. */
export const shade = (index: number, width = 360, height = 240): Promise<Buffer> =>
  quarters(width, height)
    .tint({ r: (index * 37) % 256, g: (index * 91) % 256, b: (index * 151) % 256 })
    .withExif({ IFD0: { ImageDescription: `shade ${index}` } })
    .jpeg()
    .toBuffer();

/** Mean difference of two pictures of the same size, per channel, from 0 to 255. */
export const difference = async (one: Buffer, other: Buffer): Promise<number> => {
  const raw = (bytes: Buffer) =>
    sharp(bytes).removeAlpha().toColourspace('srgb').resize(64, 64, { fit: 'fill' }).raw().toBuffer();
  const [left, right] = await Promise.all([raw(one), raw(other)]);
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;
};
