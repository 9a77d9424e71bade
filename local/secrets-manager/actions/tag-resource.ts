import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import type { Secrets, Tag } from '../secret.ts';
import { SECRET_ID, TAGS, withTags } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID, Tags: needed(TAGS) };

type Input = { SecretId: string; Tags: Tag[] };

export const tagResource = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [{ action: 'secretsmanager:TagResource', resource: arnFor(secrets, SecretId) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const secret = usable(secrets, input.SecretId);
    secrets.store.put({ ...secret, tags: withTags(secret.tags, input.Tags) });
    return {};
  },
});
