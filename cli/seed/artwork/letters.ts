import { n, type Point, points } from './svg.ts';

/** Capitals as strokes in a box 4 wide and 6 tall; a program's fonts differ from machine to machine, these do not. */
const STROKES: Readonly<Record<string, readonly string[]>> = {
  A: ['0,6 2,0 4,6', '0.9,3.9 3.1,3.9'],
  E: ['3.6,0 0,0 0,6 3.6,6', '0,3 3,3'],
  I: ['2,0 2,6'],
  L: ['0,0 0,6 3.4,6'],
  M: ['0,6 0,0 2,3.4 4,0 4,6'],
  N: ['0,6 0,0 4,6 4,0'],
  O: ['1.2,0 2.8,0 4,1.2 4,4.8 2.8,6 1.2,6 0,4.8 0,1.2 1.2,0'],
  P: ['0,6 0,0 2.8,0 3.8,0.9 3.8,2.4 2.8,3.3 0,3.3'],
  S: ['3.8,0.7 2.8,0 1,0 0,0.9 0,2 1,2.9 3,3.2 4,4.1 4,5.1 3,6 1,6 0,5.2'],
  T: ['0,0 4,0', '2,0 2,6'],
  U: ['0,0 0,4.8 1.2,6 2.8,6 4,4.8 4,0'],
};

const ADVANCE = 6;

/** A line of capitals as one path, centred on `x`, its feet on `y`; `size` is the height of a letter. */
export const lettering = (text: string, x: number, y: number, size: number): string => {
  const unit = size / 6;
  const left = x - ((text.length * ADVANCE - 2) * unit) / 2;
  const place = ([px, py]: Point, index: number): string =>
    `${n(left + (index * ADVANCE + px) * unit)} ${n(y + (py - 6) * unit)}`;
  return [...text]
    .flatMap((letter, index) =>
      (STROKES[letter] ?? []).map(
        (stroke) =>
          `M${points(stroke)
            .map((point) => place(point, index))
            .join('L')}`,
      ),
    )
    .join('');
};
