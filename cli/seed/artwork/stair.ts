import { mix } from './colour.ts';
import { jpeg } from './develop.ts';
import { numbers } from './random.ts';
import { soft } from './soft.ts';
import { curve, drawing, glow, line, n, type Point, polygon, radial } from './svg.ts';

const CANVAS = { width: 1000, height: 600 };
/** Steps a turn, and how much deeper each is than the one before, in parts of the eye's height. */
const [TURN, DROP, STEPS] = [26, 0.043, 206];
const [INNER, OUTER] = [265, 1000];
/** Where the lantern is carried: on this step. */
const BEARER = 30;

/** How large things are on a step, next to what is level with the eye. */
const scaleOf = (step: number): number => 1 / (1 + step * DROP);

/** Where a point of the stair well appears when one looks down it: `turned` steps round, `deep` steps down. */
const seen = (turned: number, deep: number, radius: number): Point => {
  const scale = scaleOf(deep);
  const angle = (turned / TURN) * 2 * Math.PI + 0.05;
  return [570 - 70 * scale + Math.cos(angle) * radius * scale, 316 - 26 * scale + Math.sin(angle) * radius * scale];
};

const definitions = [
  radial('well', [
    [0, '#fff4d2'],
    [0.25, '#ffc766'],
    [0.7, '#a85f22'],
    [1, '#4a2a14'],
  ]),
  glow('lamp', '#ffd083', 0.95, 2.4),
  glow('pool', '#f0a348', 0.5, 1.7),
];

/** How strongly the lantern lights a step. */
const litAt = (step: number): number => Math.exp(-(((step - BEARER) / 6.5) ** 2));

const drawStep = (step: number, tint: number): string => {
  const [deep, carried, scale] = [Math.min(1, Math.max(0, step / 110)), litAt(step), scaleOf(step)];
  const sky = 0.5 + 0.5 * Math.cos((step / TURN) * 2 * Math.PI - 2.6);
  const stone = mix(mix('#142a33', '#31332f', deep * 2), '#9a602b', deep ** 1.3);
  const tread = mix(
    mix(mix(stone, '#3f6a75', sky * 0.42 * (1 - deep)), '#04090b', tint * 0.3),
    '#dc9a4b',
    carried * 0.72,
  );
  const arc = (radius: number, to: number, deeper = 0) =>
    [0, 0.35, 0.7, to].map((part) => seen(step + part, step + deeper, radius));
  const shape = polygon([...arc(INNER, 1.05), ...arc(OUTER, 1.05).reverse()]);
  const riser = polygon([
    seen(step, step, INNER),
    seen(step, step, OUTER),
    seen(step + 0.2, step, OUTER),
    seen(step + 0.2, step, INNER),
  ]);
  const nosing = line([seen(step + 1.02, step, INNER), seen(step + 1.02, step, OUTER)]);
  const face = polygon([...arc(INNER, 1.05), ...arc(INNER, 1.05, 2.4).reverse()]);
  const post = line([seen(step + 0.5, step, INNER * 1.04), seen(step + 0.5, step - 2.6, INNER * 1.04)]);
  return `<path d="${shape}" fill="${tread}"/><path d="${riser}" fill="#000" fill-opacity=".42"/><path d="${nosing}" stroke="${mix('#86a9ad', '#ffcf86', deep + carried)}" stroke-opacity="${n(0.34 + carried * 0.5)}" stroke-width="${n(2.4 * scale)}"/><path d="${face}" fill="${mix('#081216', '#6d421d', deep * 1.2)}"/><path d="${line(arc(INNER, 1.05))}" fill="none" stroke="${mix('#7c9b9e', '#ffcf86', deep * 2)}" stroke-opacity=".4" stroke-width="${n(1.6 * scale)}"/><path d="${post}" stroke="${mix('#04080a', '#2a170a', deep)}" stroke-width="${n(4.2 * scale)}"/>`;
};

/** The hand rail, above two steps. */
const rail = (step: number): string => {
  const path = curve([0, 0.7, 1.4, 2.1].map((part) => seen(step + part, step + part - 2.6, INNER * 1.04)));
  const scale = scaleOf(step);
  return `<path d="${path}" fill="none" stroke="#03080a" stroke-width="${n(10 * scale)}"/><path d="${path}" fill="none" stroke="${mix('#86a5a7', '#ffce84', step / 50 + litAt(step))}" stroke-opacity="${n(0.5 + litAt(step) * 0.4)}" stroke-width="${n(2 * scale)}"/>`;
};

/** Somebody with a lantern, from above: hat, shoulders, an arm held out. */
const bearer = (): string => {
  const [bx, by] = seen(BEARER + 0.7, BEARER, INNER * 1.42);
  const [lx, ly] = seen(BEARER - 0.9, BEARER - 1, INNER * 1.24).map(n) as [number, number];
  const shadow = polygon([
    [bx - 8, by - 14],
    [bx + 18, by + 12],
    [bx - 70, by + 70],
    [bx - 110, by + 30],
  ]);
  return `<circle cx="${lx}" cy="${ly}" r="150" fill="url(#pool)"/><path d="${shadow}" fill="#000" fill-opacity=".32"/><path d="M${n(bx)} ${n(by)}L${lx} ${ly}" stroke="#0a0d0e" stroke-width="10" stroke-linecap="round"/><g transform="translate(${n(bx)} ${n(by)}) rotate(${n((Math.atan2(ly - by, lx - bx) * 180) / Math.PI)})"><ellipse rx="18" ry="32" fill="#0b1113"/><path d="M10 -27C18 -10 18 10 10 27" fill="none" stroke="#ffcf86" stroke-opacity=".85" stroke-width="2.500"/><circle r="17" cx="3" fill="#1a1712"/><circle r="10.500" cx="4" fill="#2f261a"/><path d="M14 -13A18 18 0 0 1 14 13" fill="none" stroke="#ffcf86" stroke-width="2"/></g><circle cx="${lx}" cy="${ly}" r="54" fill="url(#lamp)"/><circle cx="${lx}" cy="${ly}" r="6.500" fill="#fffaf0"/>`;
};

/** Two hundred and six steps, from the top of the tower; somebody comes up with a lantern. */
export const drawStair = async (): Promise<Buffer> => {
  const random = numbers(206);
  const [bx, by] = seen(0, 205, 0);
  const steps: string[] = [];
  for (let step = STEPS; step >= -20; step -= 1) {
    steps.push(drawStep(step, random()));
    if (step % 2 === 0 && step < 130) steps.push(rail(step));
    if (step === BEARER - 4) steps.push(bearer());
  }
  const depth = await soft(
    CANVAS,
    14,
    definitions.join(''),
    `<circle cx="${n(bx)}" cy="${n(by)}" r="130" fill="url(#pool)"/>`,
  );
  const shapes = `<rect width="1000" height="600" fill="#0a1215"/><circle cx="${n(bx)}" cy="${n(by)}" r="46" fill="url(#well)"/>${steps.join('')}${depth}`;
  return jpeg(drawing(CANVAS, definitions.join(''), shapes), { width: 2000, height: 1200, vignette: 0.6, bloom: 0.45 });
};
