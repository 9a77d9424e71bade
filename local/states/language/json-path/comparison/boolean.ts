import type { Family } from './family.ts';

export const booleanFamily: Family = {
  BooleanEquals: (value, operand) => typeof value === 'boolean' && value === operand,
};
