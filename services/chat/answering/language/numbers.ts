import type { Token } from './analyse.ts';

const JOINS = /^(?:and|y)$/;

/** How a number goes on: "forty-eight", "two hundred and six", "cuarenta y ocho", "doscientos seis". */
const goesOn = (value: number, next: number, joined: boolean): number | undefined => {
  if (value >= 20 && value < 100 && value % 10 === 0 && next > 0 && next < 10) return value + next;
  if (value >= 100 && value % 100 === 0 && next > 0 && next < 100 && (joined || value !== next)) return value + next;
  return undefined;
};

const isHundred = (token: Token | undefined): boolean => token?.folded === 'hundred';

/** Tokens with numbers in words put together: the first one bears the whole number, the others bear none. */
export const withWholeNumbers = (tokens: readonly Token[]): Token[] => {
  if (!tokens.some(({ number, text }) => number !== undefined && !/^\d/.test(text))) return [...tokens];
  const whole = tokens.map((token) => ({ ...token }));
  for (let at = 0; at < whole.length; at++) {
    const first = whole[at];
    if (first?.number === undefined || /^\d/.test(first.text)) continue;
    let value = Number(first.number);
    let next = at + 1;
    const swallow = (): void => {
      const token = whole[next];
      if (token) Object.assign(token, { number: undefined, stop: true });
      next += 1;
    };
    if (isHundred(whole[next]) && value < 10) {
      value *= 100;
      swallow();
    }
    for (;;) {
      const joins = JOINS.test(whole[next]?.folded ?? '');
      const token = whole[joins ? next + 1 : next];
      if (token?.number === undefined || /^\d/.test(token.text) || /(?:st|nd|rd|th)$/.test(token.folded)) break;
      const more = goesOn(value, Number(token.number), joins);
      if (more === undefined) break;
      value = more;
      if (joins) next += 1;
      swallow();
    }
    if (next > at + 1) Object.assign(first, { number: String(value), stem: String(value), stop: false });
    at = next - 1;
  }
  return whole;
};
