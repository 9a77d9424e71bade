import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID };

type Input = { SecretId: string };

export const deleteResourcePolicy = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:DeleteResourcePolicy', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { policy: _, ...secret } = usable(secrets, input.SecretId);
    secrets.store.put(secret);
    return { ARN: secret.arn, Name: secret.name };
  },
});
