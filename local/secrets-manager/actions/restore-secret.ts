import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, found } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID };

type Input = { SecretId: string };

/** Takes back a deletion that is not carried out yet. */
export const restoreSecret = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:RestoreSecret', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { deletedAt: _, goesAt: __, ...secret } = found(secrets, input.SecretId);
    secrets.store.put(secret);
    return { ARN: secret.arn, Name: secret.name };
  },
});
