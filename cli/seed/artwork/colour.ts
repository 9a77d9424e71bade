const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** A colour between two of the form `#rrggbb`: the first at `part` 0, the second at 1. */
export const mix = (from: string, to: string, part: number): string => {
  const share = Math.min(Math.max(part, 0), 1);
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((value, index) => Math.round(value + ((b[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};
