/** A generator of numbers from 0 to 1 that are the same at every run. */
const numbers = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const svg = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`;

const GLOW = `<radialGradient id="glow"><stop offset="0" stop-color="#fff2cf"/><stop offset=".08" stop-color="#ffd687" stop-opacity=".9"/><stop offset=".35" stop-color="#e79a3e" stop-opacity=".3"/><stop offset="1" stop-color="#e79a3e" stop-opacity="0"/></radialGradient>`;

const tower = (x: number, y: number, size: number, fill: string): string =>
  `<path d="M${x - 26 * size} ${y}L${x - 15 * size} ${y - 250 * size}h${30 * size}L${x + 26 * size} ${y}z" fill="${fill}"/><rect x="${x - 22 * size}" y="${y - 260 * size}" width="${44 * size}" height="${11 * size}" fill="${fill}"/><rect x="${x - 13 * size}" y="${y - 298 * size}" width="${26 * size}" height="${40 * size}" fill="${fill}"/><path d="M${x - 18 * size} ${y - 297 * size}q${18 * size} ${-26 * size} ${36 * size} 0z" fill="${fill}"/>`;

/** A coast by night: one lighthouse lit, eight dark. */
export const keyArt = (): string => {
  const random = numbers(9);
  const stars = Array.from(
    { length: 170 },
    () =>
      `<circle cx="${random() * 1600}" cy="${random() * 430}" r="${0.4 + random() * 1.2}" opacity="${0.15 + random() * 0.6}"/>`,
  ).join('');
  const dark = Array.from({ length: 8 }, (_, index) => {
    const far = 1 - index / 9;
    return tower(60 + index * 118, 560 + index * 4, 0.12 + (1 - far) * 0.2, '#0d1820');
  }).join('');
  const waves = Array.from({ length: 70 }, () => {
    const y = 575 + random() ** 1.4 * 320;
    const length = 50 + random() * 260;
    const near = Math.max(0, 1 - Math.abs(random() * 1600 - 1176) / 900);
    return `<path d="M${random() * 1700 - 100} ${y}q${length / 2} ${-3 - random() * 5} ${length} 0" stroke="#9db3a6" stroke-opacity="${0.05 + near * 0.16}" stroke-width="${1 + random() * 2}" fill="none"/>`;
  }).join('');
  return svg(
    1600,
    900,
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#070b13"/><stop offset=".62" stop-color="#12303b"/><stop offset="1" stop-color="#3d5a55"/></linearGradient><linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#27444a"/><stop offset="1" stop-color="#060d13"/></linearGradient><linearGradient id="beam" x1="1" y1="0" x2="0" y2="0"><stop offset="0" stop-color="#ffe3a6" stop-opacity=".75"/><stop offset=".5" stop-color="#ffd27c" stop-opacity=".18"/><stop offset="1" stop-color="#ffd27c" stop-opacity="0"/></linearGradient><linearGradient id="short"><stop offset="0" stop-color="#ffe3a6" stop-opacity=".55"/><stop offset="1" stop-color="#ffd27c" stop-opacity="0"/></linearGradient>${GLOW}</defs>
<rect width="1600" height="575" fill="url(#sky)"/><g fill="#cfe0dd">${stars}</g>
<path d="M1176 268L-60 40V470z" fill="url(#beam)"/><path d="M1176 268L1660 130V420z" fill="url(#short)"/>
<rect y="565" width="1600" height="335" fill="url(#sea)"/>${dark}${waves}
<circle cx="1176" cy="268" r="330" fill="url(#glow)" opacity=".8"/>
<path d="M940 900c40-130 110-210 190-252 30-16 62-20 96-6 90 38 170 120 240 258z" fill="#04080d"/>${tower(1176, 660, 1.35, '#060b11')}
<rect x="1159" y="244" width="34" height="50" fill="#ffe2a0"/><circle cx="1176" cy="266" r="110" fill="url(#glow)"/><circle cx="1176" cy="266" r="11" fill="#fffaf0"/>`,
  );
};

/** The poster: one tower, one light, tall. */
export const poster = (): string =>
  svg(
    800,
    1200,
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0a141d"/><stop offset=".7" stop-color="#14343d"/><stop offset="1" stop-color="#04080d"/></linearGradient>${GLOW}</defs><rect width="800" height="1200" fill="url(#sky)"/><circle cx="400" cy="330" r="380" fill="url(#glow)" opacity=".8"/>${tower(400, 1010, 2.2, '#050a0f')}<rect x="374" y="358" width="52" height="80" fill="#ffe2a0"/><circle cx="400" cy="398" r="150" fill="url(#glow)"/><path d="M0 1200V1060q200-80 400-60t400 30v170z" fill="#04070b"/>${Array.from({ length: 9 }, (_, index) => `<circle cx="${256 + index * 36}" cy="1130" r="9" ${index === 7 ? 'fill="#ffd687"' : 'fill="none" stroke="#8aa09a" stroke-width="2"'}/>`).join('')}`,
  );

/** Figures against a light, no two alike. */
export const portrait = (seed: number): string => {
  const random = numbers(seed * 77 + 5);
  const hue = ['#2b5560', '#6b4331', '#46506f', '#2f4f3f', '#6a5230', '#5a3a52'][seed % 6];
  const [x, y, r] = [120 + random() * 160, 140 + random() * 80, 90 + random() * 60];
  const tilt = (random() - 0.5) * 30;
  const hair = 70 + random() * 30;
  return svg(
    400,
    600,
    `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${hue}"/><stop offset="1" stop-color="#0d1418"/></linearGradient></defs><rect width="400" height="600" fill="url(#g)"/><circle cx="${x}" cy="${y}" r="${r}" fill="#ffe2a0" opacity=".24"/><path d="M-20 600c6-140 70-190 160-196h120c90 6 154 56 160 196z" fill="#0a1116"/><g transform="rotate(${tilt / 6} 200 300)"><path d="M164 350h72v90q-36 30-72 0z" fill="#0a1116"/><ellipse cx="200" cy="276" rx="74" ry="98" fill="#0d161c"/><path d="M${200 - hair - 14} ${360 + hair}c-20-190 0-270 ${hair + 14}-272s${hair + 22} 92 ${hair + 4} ${220 + hair / 2}c-30-50-44-100-54-150-40 16-90 12-120 6-6 70-16 150-40 196z" fill="#060b0f"/><path d="M224 186q56 46 46 124-6 28-28 48" fill="none" stroke="#ffcf80" stroke-width="4" stroke-linecap="round" opacity=".85"/></g>`,
  );
};

/** The lens room, the relief boat, the stair, the chart: in turn. */
export const scene = (kind: number): string => {
  const rings = Array.from({ length: 11 }, (_, i) => {
    const r = 374 - i * 34;
    return `<ellipse cx="500" cy="300" rx="${r}" ry="${r * 1.12}" fill="none" stroke="#ffd98f" stroke-width="${6.5 - i * 0.5}" opacity="${0.18 + i * 0.07}"/>`;
  }).join('');
  const bars = Array.from(
    { length: 7 },
    (_, i) => `<path d="M${40 + i * 160} 0l-30 600" stroke="#05090b" stroke-width="16"/>`,
  ).join('');
  const lens = `<defs><radialGradient id="g"><stop offset="0" stop-color="#fff6de"/><stop offset=".16" stop-color="#ffcd73"/><stop offset=".5" stop-color="#8f4d1c"/><stop offset="1" stop-color="#160d0a"/></radialGradient></defs><rect width="1000" height="600" fill="#120b09"/><ellipse cx="500" cy="300" rx="620" ry="430" fill="url(#g)"/>${rings}<g opacity=".75">${bars}</g><path d="M690 600c-4-110 2-190 26-226 8-26 4-62 38-64 36 0 32 42 40 66 30 30 40 120 40 224z" fill="#050708"/>`;
  const seas = ['#6d857f', '#4b6663', '#2f4a4b', '#1a3134', '#0d1f22']
    .map((fill, i) => `<path d="M0 ${330 + i * 54}${'q31.25 -5 62.5 0t62.5 0'.repeat(8)}V600H0z" fill="${fill}"/>`)
    .join('');
  const boat = `<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#26363c"/><stop offset=".62" stop-color="#5d7772"/><stop offset="1" stop-color="#a9b5a4"/></linearGradient></defs><rect width="1000" height="600" fill="url(#g)"/><circle cx="220" cy="250" r="84" fill="#d8d6bd" opacity=".5"/>${seas}<path d="M600 424h190l-26 42H630z" fill="#0a1417"/><path d="M690 424V300l66 112" fill="none" stroke="#0a1417" stroke-width="6"/><circle cx="640" cy="404" r="7" fill="#ffd687"/><circle cx="640" cy="404" r="40" fill="#ffd687" opacity=".22"/>`;
  const steps = Array.from({ length: 26 }, (_, i) => {
    const [a, b] = [(i * Math.PI) / 8 - 0.4, ((i + 1) * Math.PI) / 8 - 0.4];
    const r = 660 - i * 22;
    return `<path d="M500 300L${500 + r * Math.cos(a)} ${300 + r * Math.sin(a)}L${500 + r * Math.cos(b)} ${300 + r * Math.sin(b)}z" fill="${['#2a1c1f', '#3a2728', '#4b332f', '#5d4136', '#70503e'][i % 5]}" opacity="${1 - i * 0.011}"/>`;
  }).join('');
  const stair = `<rect width="1000" height="600" fill="#1b1113"/>${steps}<circle cx="500" cy="300" r="52" fill="#ffe9bd"/><path d="M742 600c0-70 8-120 28-140 0-28 8-44 28-44s28 16 28 44c22 22 30 70 30 140z" fill="#0c0708"/>`;
  const lights = [
    [150, 140],
    [300, 250],
    [420, 120],
    [520, 330],
    [740, 400],
    [820, 160],
    [330, 430],
    [900, 330],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="14" fill="#12262a" stroke="#d8cfae" stroke-width="3"/>`)
    .join('');
  const chart = `<rect width="1000" height="600" fill="#1b3438"/><path d="M0 470q200-80 380 10t620-60v180H0z" fill="#24454a" opacity=".7"/>${[60, 145, 230, 315, 400, 485].map((y) => `<path d="M-20 ${y}q150 -20 340 -9t360 -12t380 10" fill="none" stroke="#5c8079" stroke-width="1.6" opacity=".55"/>`).join('')}<path d="M150 140L300 250L420 120L520 330L640 210L740 400L820 160L330 430L900 330" fill="none" stroke="#e5b769" stroke-width="2" stroke-dasharray="7 9" opacity=".8"/>${lights}<circle cx="640" cy="210" r="60" fill="#ffd687" opacity=".25"/><circle cx="640" cy="210" r="16" fill="#ffe2a0"/>`;
  const storm = `<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#12141f"/><stop offset="1" stop-color="#2b3442"/></linearGradient></defs><rect width="1000" height="600" fill="url(#g)"/>${tower(330, 600, 1.35, '#07090e')}<path d="M640 0l-40 130 52-14-70 150 46-10-60 150" fill="none" stroke="#e8ecff" stroke-width="5" stroke-linejoin="round"/>${Array.from({ length: 90 }, (_, i) => `<path d="M${(i * 137) % 1040} ${(i * 71) % 600}l-9 34" stroke="#aebbd0" stroke-opacity=".3" stroke-width="1.5"/>`).join('')}<path d="M0 600v-80q260-50 520-20t480-24v124z" fill="#05070b"/>`;
  return svg(1000, 600, [lens, boat, stair, chart, storm][kind % 5] ?? lens);
};

/** A game of another mood: red dunes under two suns. */
export const dunes = (): string =>
  svg(
    1600,
    900,
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2a0f2b"/><stop offset=".55" stop-color="#a53a3a"/><stop offset="1" stop-color="#f3a15c"/></linearGradient></defs><rect width="1600" height="900" fill="url(#sky)"/><circle cx="1080" cy="360" r="150" fill="#ffd9a0"/><circle cx="1290" cy="250" r="54" fill="#ffe9c8" opacity=".85"/><path d="M0 560q300-120 640-30t960-70v440H0z" fill="#8a2e34"/><path d="M0 660q420-130 800 0t800-60v300H0z" fill="#5e1d2c"/><path d="M0 770q500-90 900 10t700-30v150H0z" fill="#35101f"/><path d="M1180 640l14-96 10 4-6 94zM1200 560l40-20 6 10-42 20z" fill="#1d0a14"/>`,
  );

/** The hardest picture for white words. */
export const blank = (): string => svg(1600, 900, '<rect width="1600" height="900" fill="#ffffff"/>');
