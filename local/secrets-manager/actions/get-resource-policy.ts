import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID };

type Input = { SecretId: string };

export const getResourcePolicy = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:GetResourcePolicy', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { arn, name, policy } = usable(secrets, input.SecretId);
    return { ARN: arn, Name: name, ...(policy === undefined ? {} : { ResourcePolicy: policy }) };
  },
});
