import { length } from '../../aws/constraints.ts';
import { checkInput, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import { DEFAULT_KEY, type Secrets } from '../secret.ts';
import { DESCRIPTION, requireDefaultKey, SECRET_ID, TOKEN, VALUE } from '../shapes.ts';
import { givenValue, putValue, type Value } from '../values.ts';

const SHAPE = {
  SecretId: SECRET_ID,
  ClientRequestToken: TOKEN,
  Description: DESCRIPTION,
  KmsKeyId: text(length(0, 2048)),
  ...VALUE,
};

type Input = Value & { SecretId: string; ClientRequestToken?: string; Description?: string; KmsKeyId?: string };

/** Changes a secret's description, its value, or both. */
export const updateSecret = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:UpdateSecret', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    requireDefaultKey(input.KmsKeyId, DEFAULT_KEY);
    const value = givenValue(input);
    const { Description: description, ClientRequestToken: token } = input;
    const known = usable(secrets, input.SecretId);
    const secret = { ...known, changedAt: secrets.clock.now(), ...(description === undefined ? {} : { description }) };
    const answer = { ARN: secret.arn, Name: secret.name };
    if (value) return { ...answer, VersionId: putValue(secrets, secret, value, { token }).id };
    secrets.store.put(secret);
    return answer;
  },
});
