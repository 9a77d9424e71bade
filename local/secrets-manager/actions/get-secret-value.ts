import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { noteAccess, valueAnswer } from '../answer.ts';
import { arnFor, usable, versionOf } from '../find.ts';
import { CURRENT, type Secrets } from '../secret.ts';
import { SECRET_ID, STAGE, VERSION_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID, VersionId: VERSION_ID, VersionStage: STAGE };

type Input = { SecretId: string; VersionId?: string; VersionStage?: string };

/** The value of a version: by default the current one. */
export const getSecretValue = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId, VersionId, VersionStage }: Input) => [
    {
      action: 'secretsmanager:GetSecretValue',
      resource: arnFor(secrets, SecretId),
      context: {
        'secretsmanager:SecretId': [arnFor(secrets, SecretId)],
        ...(VersionId === undefined ? {} : { 'secretsmanager:VersionId': [String(VersionId)] }),
        'secretsmanager:VersionStage': [String(VersionStage ?? CURRENT)],
      },
    },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const secret = usable(secrets, input.SecretId);
    const version = versionOf(secrets, secret, input.VersionId, input.VersionStage);
    noteAccess(secrets, secret);
    return valueAnswer(secret, version);
  },
});
