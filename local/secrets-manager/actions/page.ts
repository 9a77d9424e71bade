import { AwsError } from '../../aws/error.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Secret, Secrets } from '../secret.ts';

type Options = { size: number; token?: string; descending?: boolean; deleted?: boolean };

/** A page of secrets that pass, in order of their making, as ids and as they are. Throws `InvalidNextTokenException`. */
export const pageOfSecrets = (
  { store }: Secrets,
  list: string,
  passes: (secret: Secret) => boolean,
  { size, token, descending = false, deleted = false }: Options,
): { ids: string[]; items: readonly Secret[]; more: { NextToken?: string } } => {
  const start = pageStart<Key | undefined>(list, token, undefined, invalidToken);
  const found = store
    .all()
    .filter((secret) => (deleted || secret.deletedAt === undefined) && passes(secret))
    .sort((one, other) => compare(keyOf(one), keyOf(other)) * (descending ? -1 : 1))
    .filter((secret) => start === undefined || compare(keyOf(secret), start) * (descending ? -1 : 1) > 0);
  const { items, more } = pageOf(list, found, size, keyOf);
  return { ids: items.map(({ arn }) => arn), items, more };
};

type Key = readonly [number, string];

const keyOf = ({ createdAt, arn }: Secret): Key => [createdAt, arn];

const compare = (one: Key, other: Key): number =>
  one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0);

const invalidToken = (): AwsError => new AwsError('InvalidNextTokenException', 'The NextToken is not valid.');
