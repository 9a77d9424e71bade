import { check, length, optional, required } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';
import type { Tag } from '../store/machines.ts';
import { checkArn } from './arns.ts';
import { resourceNotFound } from './errors.ts';

/** Most tags that a resource may have. */
const MOST_TAGS = 50;

/** The ARN of a resource that can have tags: a machine or an activity. Throws `InvalidArn` or `ResourceNotFound`. */
export const taggedArn = (core: Core, arn: string | undefined): string => {
  checkArn(arn, 'stateMachine', 'activity');
  const row = core.machines.byArn(arn) ?? core.activities.byArn(arn);
  if (!row) throw resourceNotFound(arn);
  return row.arn;
};

/** Throws `ValidationException` for tags that AWS would not take. */
export const checkTags = (tags: readonly Tag[] | undefined): void =>
  check(
    ...(tags ?? []).flatMap(({ key, value }, index) => [
      required(`tags.${index + 1}.member.key`, key, [length(1, 128)]),
      optional(`tags.${index + 1}.member.value`, value, [length(0, 256)]),
    ]),
  );

/** Keeps tags of a resource. Throws `TooManyTags`, and keeps none then. */
export const keepTags = (core: Core, arn: string, tags: readonly Tag[] = []): void => {
  const keys = new Set([...core.machines.tags(arn), ...tags].map(({ key }) => key));
  if (keys.size > MOST_TAGS) throw new AwsError('TooManyTags', `'${arn}'`, 400, { resourceName: arn });
  for (const tag of tags) core.machines.tag(arn, tag);
};

/** Throws where a member that must be given is not. */
export const checkGiven = (place: string, value: unknown): void => check(required(place, value));
