import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { secretAnswer } from '../answer.ts';
import { arnFor, found } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID };

type Input = { SecretId: string };

/** What is known of a secret without its values; of one that is marked for deletion too. */
export const describeSecret = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:DescribeSecret', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    return secretAnswer(secrets, found(secrets, input.SecretId), 'VersionIdsToStages');
  },
});
