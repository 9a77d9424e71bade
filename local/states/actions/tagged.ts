import { AwsError } from '../../aws/error.ts';
import type { Core } from '../core.ts';

/** The ARN of a resource that can have tags. Throws `ResourceNotFound`. */
export const taggedArn = (core: Core, arn: string | undefined): string => {
  const row = core.machines.byArn(arn ?? '');
  if (row) return row.arn;
  throw new AwsError('ResourceNotFound', `Resource not found: '${arn}'`);
};
