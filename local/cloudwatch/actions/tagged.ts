import { AwsError } from '../../aws/error.ts';
import type { CloudWatch } from '../state.ts';

/** The ARN of an alarm that is there. Throws `ResourceNotFoundException`. */
export const tagged = ({ alarms }: CloudWatch, arn: string): string => {
  const name = /:alarm:(.+)$/.exec(arn)?.[1];
  if (name !== undefined && alarms.store.get(name)?.arn === arn) return arn;
  throw new AwsError('ResourceNotFoundException', `${arn} does not exist.`, 404);
};
