import { AwsError } from '../../aws/error.ts';
import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID, STAGES, TOKEN, VALUE } from '../shapes.ts';
import { givenValue, putValue, type Value } from '../values.ts';

const SHAPE = { SecretId: SECRET_ID, ClientRequestToken: TOKEN, VersionStages: STAGES, ...VALUE };

type Input = Value & { SecretId: string; ClientRequestToken?: string; VersionStages?: string[] };

/** Puts a new value to a secret, which becomes its current one unless told otherwise. */
export const putSecretValue = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:PutSecretValue', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const value = givenValue(input);
    if (!value) throw new AwsError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
    const secret = usable(secrets, input.SecretId);
    const stages = input.VersionStages?.length ? input.VersionStages : undefined;
    const version = putValue(secrets, secret, value, { token: input.ClientRequestToken, stages });
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: version.stages };
  },
});
