import { between, length, matching } from '../aws/constraints.ts';
import { AwsError } from '../aws/error.ts';
import { type Check, integer, list, needed, structure, text } from '../aws/input-shape.ts';

export const SECRET_ID = needed(text(length(1, 2048)));
export const TOKEN = text(length(32, 64));
export const STAGE = text(length(1, 256));
export const STAGES = list(STAGE, length(1, 20));
export const DESCRIPTION = text(length(0, 2048));
export const TAGS = list(structure({ Key: needed(text(length(1, 128))), Value: needed(text(length(0, 256))) }));
export const VERSION_ID = text(length(32, 64));

/** Bytes, which come as base64, or as they are in process. */
export const BYTES: Check = (place, value) => {
  if (value === undefined || value === null || value instanceof Uint8Array) return [];
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
    throw new AwsError('SerializationException', `${place} must be base64`);
  return [];
};

export const VALUE = { SecretString: text(), SecretBinary: BYTES };

export const FILTERS = list(
  structure({
    Key: text(),
    Values: list(text(length(0, 512), matching('^!?[a-zA-Z0-9 :_@/+=.\\-!]*$')), length(1, 10)),
  }),
  length(0, 10),
);

export const PAGING = { MaxResults: integer(between(1, 100)), NextToken: text(length(1, 4096)) };

/** Throws `InvalidParameterException` where a key is named that is not the default one: there is no KMS here. */
export const requireDefaultKey = (key: string | undefined, otherwise: string): void => {
  if (key !== undefined && key !== '' && key !== otherwise && key !== 'aws/secretsmanager')
    throw new AwsError('InvalidParameterException', `The embedded runtime has no key ${key}: leave KmsKeyId out.`);
};

/** Most tags of a secret. */
const MOST_TAGS = 50;

/** Tags with others put to them. Throws `InvalidParameterException` where there would be too many. */
export const withTags = <T extends { Key: string }>(known: readonly T[], put: readonly T[]): T[] => {
  const tags = [...new Map([...known, ...put].map((tag) => [tag.Key, tag])).values()];
  if (tags.length > MOST_TAGS)
    throw new AwsError('InvalidParameterException', `A secret can have at most ${MOST_TAGS} tags.`);
  return tags;
};
