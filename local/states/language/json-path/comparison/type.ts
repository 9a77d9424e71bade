import type { Json } from '../../json.ts';
import { parseTimestamp } from '../../timestamp.ts';
import type { Comparison, Family } from './family.ts';

const is =
  (test: (value: Json) => boolean): Comparison =>
  (value, operand) =>
    test(value) === operand;

/** What a value is. `IsPresent` is not among them: it has no value to look at where there is none. */
export const typeFamily: Family = {
  IsBoolean: is((value) => typeof value === 'boolean'),
  IsNull: is((value) => value === null),
  IsNumeric: is((value) => typeof value === 'number'),
  IsString: is((value) => typeof value === 'string'),
  IsTimestamp: is((value) => typeof value === 'string' && parseTimestamp(value) !== undefined),
};
