import { between, length, optional, type Rule, required } from '../../aws/constraints.ts';

const ARN: Rule[] = [length(1, 256)];

/** An ARN that must be given. */
export const requiredArn = (place: string, value: unknown): string[] => required(place, value, ARN);

/** The two members of every call that lists. */
export const paging = ({ maxResults, nextToken }: { maxResults?: number; nextToken?: string }): string[] => [
  ...optional('maxResults', maxResults, [between(0, 1000)]),
  ...optional('nextToken', nextToken, [length(1, 3096)]),
];
