import { length } from '../aws/constraints.ts';
import { AwsError } from '../aws/error.ts';
import { list, needed, structure, text } from '../aws/input-shape.ts';
import type { Group, Tag } from './groups.ts';
import type { Scheduler } from './state.ts';

/** Most tags of a group. */
const MOST_TAGS = 50;

export const TAGS = list(
  structure({ Key: needed(text(length(1, 128))), Value: needed(text(length(1, 256))) }),
  length(0, 200),
);

/** Keeps tags of a group. Throws `ValidationException` where there would be too many, and keeps none then. */
export const keepTags = ({ groups }: Scheduler, arn: string, tags: readonly Tag[] = []): void => {
  const keys = new Set([...groups.tags(arn), ...tags].map(({ Key }) => Key));
  if (keys.size > MOST_TAGS)
    throw new AwsError('ValidationException', `A schedule group can have at most ${MOST_TAGS} tags.`, 400);
  for (const tag of tags) groups.tag(arn, tag);
};

/** The group that an ARN names; nothing else has tags. Throws `ResourceNotFoundException`. */
export const taggedGroup = ({ groups }: Scheduler, arn: string): Group => {
  const group = groups.get(arn.slice(arn.lastIndexOf('/') + 1));
  if (group?.arn === arn) return group;
  throw new AwsError('ResourceNotFoundException', `Resource ${arn} does not exist.`, 404);
};
