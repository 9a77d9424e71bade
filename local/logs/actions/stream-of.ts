import { AwsError } from '../../aws/error.ts';
import type { Logs } from '../state.ts';

/** The name of a stream that is there. Throws `ResourceNotFoundException`. */
export const streamOf = ({ store }: Logs, group: string, stream: string): string => {
  if (store.hasStream(group, stream)) return stream;
  throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.');
};
