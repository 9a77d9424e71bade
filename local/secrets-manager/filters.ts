import { AwsError } from '../aws/error.ts';
import type { Secret, Secrets } from './secret.ts';

export type Filter = { Key?: string; Values?: string[] };

type Read = (secret: Secret, secrets: Secrets) => readonly string[];

const READS: Readonly<Record<string, Read>> = {
  name: ({ name }) => [name],
  description: ({ description = '' }) => words(description),
  'tag-key': ({ tags }) => tags.map(({ Key }) => Key),
  'tag-value': ({ tags }) => tags.map(({ Value }) => Value),
  'primary-region': (_, { region }) => [region],
  'owning-service': () => [],
  all: ({ name, description = '', tags }) => [
    ...words(name),
    ...words(description),
    ...tags.flatMap(({ Key, Value }) => [...words(Key), ...words(Value)]),
  ],
};

/** The keys by which case does not matter. */
const ANY_CASE = ['description', 'all'];

const words = (text: string): string[] => [text, ...text.split(/[^A-Za-z0-9]+/)].filter((word) => word !== '');

/** Whether secrets pass every filter; a value stands for a beginning, one behind `!` for what must not be. Throws `InvalidParameterException`. */
export const passing = (secrets: Secrets, filters: readonly Filter[]) => {
  const tests = filters.map(({ Key = '', Values = [] }) => {
    const read = Object.hasOwn(READS, Key) ? READS[Key] : undefined;
    if (!read)
      throw new AwsError(
        'ValidationException',
        `1 validation error detected: Value '${Key}' at 'filters.1.member.key' failed to satisfy constraint: Member must satisfy enum value set: [all, name, tag-key, description, tag-value, primary-region, owning-service]`,
      );
    const fold = ANY_CASE.includes(Key) ? (text: string) => text.toLowerCase() : (text: string) => text;
    const [none, any] = [
      Values.filter((value) => value.startsWith('!')),
      Values.filter((value) => !value.startsWith('!')),
    ];
    return (secret: Secret): boolean => {
      const own = read(secret, secrets).map(fold);
      const begins = (value: string): boolean => own.some((each) => each.startsWith(fold(value)));
      return !none.some((value) => begins(value.slice(1))) && (any.length === 0 || any.some(begins));
    };
  });
  return (secret: Secret): boolean => tests.every((test) => test(secret));
};
