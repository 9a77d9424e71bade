import { type Family, orderedFamily } from './family.ts';

export const stringFamily: Family = {
  ...orderedFamily('String', (value) => (typeof value === 'string' ? value : undefined)),
  StringMatches: (value, operand) =>
    typeof value === 'string' && typeof operand === 'string' && wildcard(operand).test(value),
};

/** `*` stands for any characters, `\*` for a star. */
const wildcard = (pattern: string): RegExp => {
  const parts = pattern.match(/\\[\s\S]|[\s\S]/g) ?? [];
  const source = parts.map((part) =>
    part === '*' ? '[\\s\\S]*' : part.replace(/^\\(.)$/s, '$1').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`);
};
