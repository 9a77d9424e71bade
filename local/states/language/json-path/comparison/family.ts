import type { Json } from '../../json.ts';

/** Whether a value stands to an operand as an operator says. Values of another type never do. */
export type Comparison = (value: Json, operand: Json) => boolean;

/** The operators of one type of values, by their names in a Choice rule. */
export type Family = Readonly<Record<string, Comparison>>;

/** The five operators of a type that has an order; `of` gives what is compared, or undefined for a value of another type. */
export const orderedFamily = <T extends number | string>(name: string, of: (value: Json) => T | undefined): Family => {
  const comparison =
    (holds: (left: T, right: T) => boolean): Comparison =>
    (value, operand) => {
      const left = of(value);
      const right = of(operand);
      return left !== undefined && right !== undefined && holds(left, right);
    };
  return {
    [`${name}Equals`]: comparison((left, right) => left === right),
    [`${name}GreaterThan`]: comparison((left, right) => left > right),
    [`${name}GreaterThanEquals`]: comparison((left, right) => left >= right),
    [`${name}LessThan`]: comparison((left, right) => left < right),
    [`${name}LessThanEquals`]: comparison((left, right) => left <= right),
  };
};
