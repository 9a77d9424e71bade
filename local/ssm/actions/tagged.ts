import { AwsError } from '../../aws/error.ts';
import type { Ssm } from '../state.ts';

/** The name of a parameter that is there. Throws `InvalidResourceId`. */
export const tagged = ({ store }: Ssm, id: string): string => {
  if (store.latest(id)) return id;
  throw new AwsError(
    'InvalidResourceId',
    'The resource ID is not valid. Verify that you entered the correct ID and try again.',
  );
};
