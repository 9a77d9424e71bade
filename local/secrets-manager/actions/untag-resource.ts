import { length } from '../../aws/constraints.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID, TagKeys: needed(list(text(length(1, 128)))) };

type Input = { SecretId: string; TagKeys: string[] };

export const untagResource = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:UntagResource', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const secret = usable(secrets, input.SecretId);
    secrets.store.put({ ...secret, tags: secret.tags.filter(({ Key }) => !input.TagKeys.includes(Key)) });
    return {};
  },
});
