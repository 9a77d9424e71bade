import { randomInt } from 'node:crypto';
import { between, length } from '../aws/constraints.ts';
import { AwsError } from '../aws/error.ts';
import { integer, text, truth } from '../aws/input-shape.ts';

export const PASSWORD = {
  PasswordLength: integer(between(1, 4096)),
  ExcludeCharacters: text(length(0, 4096)),
  ExcludeNumbers: truth(),
  ExcludePunctuation: truth(),
  ExcludeUppercase: truth(),
  ExcludeLowercase: truth(),
  IncludeSpace: truth(),
  RequireEachIncludedType: truth(),
};

export type PasswordOptions = {
  PasswordLength?: number;
  ExcludeCharacters?: string;
  ExcludeNumbers?: boolean;
  ExcludePunctuation?: boolean;
  ExcludeUppercase?: boolean;
  ExcludeLowercase?: boolean;
  IncludeSpace?: boolean;
  RequireEachIncludedType?: boolean;
};

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/** A password by chance, 32 characters of every kind unless told otherwise. Throws `InvalidParameterException` where none is possible. */
export const randomPassword = (options: PasswordOptions): string => {
  const { PasswordLength = 32, ExcludeCharacters = '', RequireEachIncludedType = true } = options;
  const kinds = [
    options.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    options.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    options.ExcludeNumbers ? '' : '0123456789',
    options.ExcludePunctuation ? '' : PUNCTUATION,
    options.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !ExcludeCharacters.includes(character)))
    .filter((kind) => kind.length > 0);
  const all = kinds.flat();
  if (all.length === 0)
    throw new AwsError('InvalidParameterException', 'The password has no character left that it may be made of.');
  if (RequireEachIncludedType && kinds.length > PasswordLength)
    throw new AwsError('InvalidParameterException', 'The password is too short to have a character of every type.');
  const characters = RequireEachIncludedType ? kinds.map(one) : [];
  while (characters.length < PasswordLength) characters.push(one(all));
  return shuffled(characters).join('');
};

const one = (characters: readonly string[]): string => characters[randomInt(characters.length)] ?? '';

const shuffled = (characters: string[]): string[] => {
  for (let last = characters.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return characters;
};
