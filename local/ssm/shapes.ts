import { between, length, oneOf } from '../aws/constraints.ts';
import { integer, list, needed, structure, text, truth } from '../aws/input-shape.ts';

export const NAME = text(length(1, 2048));

export const TAG = structure({ Key: needed(text(length(1, 128))), Value: needed(text(length(0, 256))) });

export const TAGS = list(TAG, length(0, 1000));

export const TAGGED = {
  ResourceType: needed(text(oneOf(['Parameter']))),
  ResourceId: needed(NAME),
};

export const DECRYPTION = { WithDecryption: truth() };

/** `most` a page. */
export const paging = (most: number) => ({ NextToken: text(), MaxResults: integer(between(1, most)) });
