import { between, length, matching, oneOf } from '../aws/constraints.ts';
import { AwsError } from '../aws/error.ts';
import { checkInput, integer, list, type Shape, text } from '../aws/input-shape.ts';

export const GROUP_NAME = text(length(1, 512), matching('^[\\.\\-_/#A-Za-z0-9]+$'));
export const GROUP_IDENTIFIER = text(length(1, 2048));
export const STREAM_NAME = text(length(1, 512), matching('^[^:*]*$'));
export const NEXT_TOKEN = text(length(1, 8192));
export const LIMIT = (most: number) => integer(between(1, most));
export const MILLISECONDS = integer(between(0, Number.MAX_SAFE_INTEGER));
export const PATTERN = text(length(0, 1024));
export const STREAM_NAMES = list(STREAM_NAME, length(1, 100));

/** Days that a group may keep its lines. */
export const RETENTION_DAYS = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

export const GROUP_CLASS = text(oneOf(['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY']));

/** Throws `InvalidParameterException` with all that an input breaks, as this service names it. */
export const checkLogsInput = (shape: Shape, input: Readonly<Record<string, unknown>>): void => {
  try {
    checkInput(shape, input);
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ValidationException')
      throw new AwsError('InvalidParameterException', error.message);
    throw error;
  }
};

/** Throws `InvalidParameterException` where a group is named twice or not at all. */
export const checkOneGroup = ({
  logGroupName,
  logGroupIdentifier,
}: {
  logGroupName?: string;
  logGroupIdentifier?: string;
}): void => {
  if ((logGroupName === undefined) !== (logGroupIdentifier === undefined)) return;
  throw new AwsError('InvalidParameterException', 'Exactly one of logGroupName and logGroupIdentifier must be given.');
};
