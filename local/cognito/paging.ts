import { AwsError } from '../aws/error.ts';

type Members = Readonly<Record<string, unknown>>;

/** The lists that come in pages: what they are called, who says how long a page is, and what goes on from it. */
const LISTS: Readonly<Record<string, { items: string; size: string; token: string }>> = {
  AdminListGroupsForUser: { items: 'Groups', size: 'Limit', token: 'NextToken' },
  ListGroups: { items: 'Groups', size: 'Limit', token: 'NextToken' },
  ListUserPoolClients: { items: 'UserPoolClients', size: 'MaxResults', token: 'NextToken' },
  ListUserPools: { items: 'UserPools', size: 'MaxResults', token: 'NextToken' },
  ListUsers: { items: 'Users', size: 'Limit', token: 'PaginationToken' },
  ListUsersInGroup: { items: 'Users', size: 'Limit', token: 'NextToken' },
};

/** Most items of a page. @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
const MOST = 60;

/** The page of a list that a call asks for. Throws `InvalidParameterException` for a size or a token that is none. */
export const paged = (operation: string, input: Members, output: Members): Members => {
  const list = LISTS[operation];
  if (!list) return output;
  const size = Number(input[list.size] ?? MOST);
  if (!Number.isInteger(size) || size < 0 || size > MOST)
    throw new AwsError(
      'InvalidParameterException',
      `1 validation error detected: Value '${input[list.size]}' at '${lowerFirst(list.size)}' failed to satisfy constraint: Member must have value less than or equal to ${MOST}`,
    );
  const from = startOf(operation, input[list.token]);
  const all = (output[list.items] ?? []) as unknown[];
  const end = from + (size || MOST);
  return {
    ...output,
    [list.items]: all.slice(from, end).map((item) => withAttributes(item, input.AttributesToGet)),
    ...(end < all.length && { [list.token]: Buffer.from(`${operation} ${end}`).toString('base64url') }),
  };
};

const startOf = (operation: string, token: unknown): number => {
  if (token === undefined) return 0;
  const [of, start] = Buffer.from(String(token), 'base64url').toString().split(' ');
  if (of === operation && /^\d+$/.test(start ?? '')) return Number(start);
  throw new AwsError('InvalidParameterException', 'Invalid pagination token.');
};

/** A user with those of its attributes that are asked for. */
const withAttributes = (item: unknown, wanted: unknown): unknown => {
  if (!Array.isArray(wanted)) return item;
  const { Attributes = [], ...user } = item as { Attributes?: { Name: string }[] };
  return { ...user, Attributes: Attributes.filter(({ Name }) => wanted.includes(Name)) };
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
