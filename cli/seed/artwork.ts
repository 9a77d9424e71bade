import sharp from 'sharp';

/** A generator of numbers from 0 to 1 that are the same at every run. */
const numbers = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const LAMP = '#f5c04a';

/** Nine harbour lamps over black water, the first of them lit. */
const scene = (width: number, height: number, lit: number): string => {
  const random = numbers(9);
  const horizon = height * 0.62;
  const stars = Array.from(
    { length: 160 },
    () =>
      `<circle cx="${random() * width}" cy="${random() * horizon * 0.8}" r="${0.6 + random() * 1.6}" fill="#dfe6f5" opacity="${0.15 + random() * 0.6}"/>`,
  );
  const waves = Array.from({ length: 90 }, () => {
    const y = horizon + random() ** 1.5 * (height - horizon);
    const length = 40 + random() * width * 0.12;
    const x = random() * width;
    return `<path d="M${x} ${y} q${length / 2} ${-4 - random() * 6} ${length} 0" stroke="#6f86ad" stroke-opacity="${0.08 + random() * 0.25}" stroke-width="${1 + random() * 3}" fill="none"/>`;
  });
  const lamps = Array.from({ length: 9 }, (_, index) => {
    const x = width * (0.08 + index * 0.105);
    const y = horizon - height * (0.12 + 0.05 * Math.sin(index * 1.3));
    const light = index < lit;
    const glow = light
      ? `<circle cx="${x}" cy="${y}" r="${width * 0.09}" fill="url(#glow)"/><rect x="${x - width * 0.006}" y="${horizon}" width="${width * 0.012}" height="${height - horizon}" fill="url(#trail)"/>`
      : '';
    return `${glow}<rect x="${x - 3}" y="${y}" width="6" height="${horizon - y}" fill="#0a0d14"/><circle cx="${x}" cy="${y}" r="${width * 0.011}" fill="${light ? LAMP : '#2a3242'}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#070a18"/><stop offset="0.7" stop-color="#1b2a4d"/><stop offset="1" stop-color="#4a4a63"/></linearGradient>
      <linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#16213a"/><stop offset="1" stop-color="#05070d"/></linearGradient>
      <linearGradient id="trail" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${LAMP}" stop-opacity="0.55"/><stop offset="1" stop-color="${LAMP}" stop-opacity="0"/></linearGradient>
      <radialGradient id="glow"><stop offset="0" stop-color="${LAMP}" stop-opacity="0.85"/><stop offset="0.3" stop-color="${LAMP}" stop-opacity="0.28"/><stop offset="1" stop-color="${LAMP}" stop-opacity="0"/></radialGradient>
    </defs>
    <rect width="${width}" height="${horizon}" fill="url(#sky)"/><rect y="${horizon}" width="${width}" height="${height - horizon}" fill="url(#sea)"/>
    ${stars.join('')}${waves.join('')}${lamps.join('')}
  </svg>`;
};

const emblem = (): string => {
  const lamps = Array.from({ length: 9 }, (_, index) => {
    const angle = (index / 9) * 2 * Math.PI - Math.PI / 2;
    const [x, y] = [600 + 400 * Math.cos(angle), 600 + 400 * Math.sin(angle)];
    return `<circle cx="${x}" cy="${y}" r="${index === 0 ? 120 : 70}" fill="${LAMP}" fill-opacity="${index === 0 ? 1 : 0.22 + index * 0.04}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200">${lamps.join('')}</svg>`;
};

/** `focalPoint` in percent of width and height: what crops keep. */
export type Artwork = { fileName: string; contentType: string; bytes: Buffer; focalPoint?: { x: number; y: number } };

/** The artwork of the demo title *Nine Lamps Out*, drawn here: key art, poster and emblem. */
export const demoArtwork = async (): Promise<Artwork[]> => {
  const draw = (svg: string) => sharp(Buffer.from(svg));
  return [
    {
      fileName: 'nine-lamps-out-key-art.jpg',
      contentType: 'image/jpeg',
      bytes: await draw(scene(2880, 1620, 3))
        .jpeg({ quality: 88 })
        .toBuffer(),
    },
    {
      fileName: 'nine-lamps-out-poster.webp',
      contentType: 'image/webp',
      bytes: await draw(scene(1400, 2100, 1))
        .webp({ quality: 90 })
        .toBuffer(),
    },
    { fileName: 'nine-lamps-out-emblem.png', contentType: 'image/png', bytes: await draw(emblem()).png().toBuffer() },
  ];
};
