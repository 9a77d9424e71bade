import { AwsError } from '../../aws/error.ts';
import { constraint } from './errors.ts';

const LARGEST_PAGE = 1000;
const DEFAULT_PAGE = 100;

/** The size of a page: 0 and nothing mean AWS's default of 100. */
export const pageSize = (maxResults: unknown): number => {
  const size = Number(maxResults ?? 0);
  if (size > LARGEST_PAGE) {
    throw constraint(maxResults, 'maxResults', `Member must have value less than or equal to ${LARGEST_PAGE}`);
  }
  return size > 0 ? size : DEFAULT_PAGE;
};

/** A token that says where the next page starts, for this list only. */
export const pageToken = (list: string, from: string | number): string =>
  Buffer.from(JSON.stringify([list, from])).toString('base64url');

/** Where a page starts. Throws `InvalidToken` for a token of another list. */
export const pageStart = <T extends string | number>(list: string, token: unknown, first: T): T => {
  if (token === undefined || token === null) return first;
  try {
    const [ofList, from] = JSON.parse(Buffer.from(String(token), 'base64url').toString()) as [string, T];
    if (ofList === list) return from;
  } catch {
    // Falls through to the error.
  }
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
};
