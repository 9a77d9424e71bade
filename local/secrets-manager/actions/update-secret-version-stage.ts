import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, usable } from '../find.ts';
import { CURRENT, type Secrets } from '../secret.ts';
import { SECRET_ID, STAGE, VERSION_ID } from '../shapes.ts';
import { moveStages } from '../values.ts';

const SHAPE = {
  SecretId: SECRET_ID,
  VersionStage: needed(STAGE),
  RemoveFromVersionId: VERSION_ID,
  MoveToVersionId: VERSION_ID,
};

type Input = { SecretId: string; VersionStage: string; RemoveFromVersionId?: string; MoveToVersionId?: string };

const refuse = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** Moves a stage from one version to another, or takes it away. */
export const updateSecretVersionStage = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId, VersionStage }: Input) => [
    {
      action: 'secretsmanager:UpdateSecretVersionStage',
      resource: arnFor(secrets, SecretId),
      context: { 'secretsmanager:VersionStage': [String(VersionStage)] },
    },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { VersionStage: stage, RemoveFromVersionId: from, MoveToVersionId: to } = input;
    const secret = usable(secrets, input.SecretId);
    const versions = secrets.store.versions(secret.arn);
    for (const id of [from, to])
      if (id !== undefined && !versions.some((version) => version.id === id))
        throw new AwsError(
          'ResourceNotFoundException',
          `Secrets Manager can't find the specified secret version: ${id}.`,
        );
    const holder = versions.find(({ stages }) => stages.includes(stage));
    if (from !== undefined && holder?.id !== from)
      throw refuse(`The parameter RemoveFromVersionId can't be ${from}: staging label ${stage} is not attached to it.`);
    if (to === undefined && stage === CURRENT)
      throw refuse(
        `You can only move staging label ${CURRENT} to a different secret version. It can't be completely removed.`,
      );
    if (to === undefined && from === undefined)
      throw refuse('You must provide RemoveFromVersionId or MoveToVersionId.');
    if (to !== undefined && holder && holder.id !== to && from === undefined)
      throw refuse(
        `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
      );
    const changed =
      to === undefined
        ? versions.map((version) => ({ ...version, stages: version.stages.filter((each) => each !== stage) }))
        : moveStages(versions, to, [stage]);
    secrets.store.putVersions({ ...secret, changedAt: secrets.clock.now() }, changed);
    return { ARN: secret.arn, Name: secret.name };
  },
});
