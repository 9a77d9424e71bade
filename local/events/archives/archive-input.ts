import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { text } from '../../aws/input-shape.ts';
import type { Bus } from '../rule.ts';
import { whole } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import type { Archive } from './archives.ts';

export const ARCHIVE_NAME = text(length(1, 48), whole('[\\.\\-_A-Za-z0-9]+'));
export const REPLAY_NAME = text(length(1, 64), whole('[\\.\\-_A-Za-z0-9]+'));

/** Longest retention, in days. */
export const MOST_DAYS = 2_147_483_647;

/** The bus that an archive keeps events of. Throws `ResourceNotFoundException` or `ValidationException`. */
export const archivedBus = ({ rules }: EventBridge, arn: string): Bus => {
  if (!/^arn:aws[\w-]*:events:[\w-]+:\d{12}:event-bus\/.+$/.test(arn))
    throw new AwsError(
      'ValidationException',
      `Parameter EventSourceArn is not valid. Reason: Must contain an event bus ARN.`,
      400,
    );
  return rules.bus(arn);
};

/** Throws `ResourceNotFoundException`. */
export const foundArchive = ({ archives }: EventBridge, name: string): Archive => {
  const archive = archives.get(name);
  if (archive) return archive;
  throw new AwsError('ResourceNotFoundException', `Archive ${name} does not exist.`, 400);
};
