import { AwsError } from '../../aws/error.ts';
import { remember } from '../../remember.ts';

export const invalidPattern = (why: string): AwsError =>
  new AwsError('InvalidParameterException', `Invalid filter pattern: ${why}`);

/** What a value is compared with: a text, in which `*` stands for anything, or a regular expression between percent signs. */
export type Wanted = { text: string; quoted: boolean; regex?: RegExp };

const expression = remember(500, (source: string) => new RegExp(source));

/** A regular expression as it stands between percent signs. Throws `InvalidParameterException`. */
export const regexOf = (source: string): RegExp => {
  try {
    return expression(source);
  } catch {
    throw invalidPattern(`%${source}% is no regular expression`);
  }
};

export type Compare = (value: unknown) => boolean;

/** The comparison that an operator makes with `wanted`; what is not there equals nothing. */
export const comparison = (sign: string, wanted: Wanted): Compare => {
  if (sign === '=') return (value) => equals(value, wanted);
  if (sign === '!=') return (value) => !equals(value, wanted);
  const right = Number(wanted.text);
  if (wanted.quoted || wanted.text === '' || Number.isNaN(right))
    throw invalidPattern(`${sign} compares numbers, not "${wanted.text}"`);
  return (value) => {
    const left = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value ?? Number.NaN);
    if (sign === '<') return left < right;
    if (sign === '<=') return left <= right;
    return sign === '>' ? left > right : left >= right;
  };
};

const equals = (found: unknown, { text, quoted, regex }: Wanted): boolean => {
  if (found === undefined || (typeof found === 'object' && found !== null)) return false;
  const own = String(found);
  if (regex) return regex.test(own);
  if (text.includes('*')) return wildcard(text).test(own);
  return (
    own === text ||
    (!quoted && typeof found !== 'boolean' && own.trim() !== '' && isNumber(text) && Number(own) === Number(text))
  );
};

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

const wildcard = (text: string): RegExp =>
  expression(
    `^${text
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*')}$`,
  );
