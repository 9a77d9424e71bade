import type { Secret, Secrets, Version } from './secret.ts';
import { seconds } from './secret.ts';

/** What is told of a secret without its values. */
export const secretAnswer = ({ store }: Secrets, secret: Secret, stages: string): object => ({
  ARN: secret.arn,
  Name: secret.name,
  ...(secret.description === undefined ? {} : { Description: secret.description }),
  LastChangedDate: seconds(secret.changedAt),
  ...(secret.accessedAt === undefined ? {} : { LastAccessedDate: seconds(secret.accessedAt) }),
  ...(secret.deletedAt === undefined ? {} : { DeletedDate: seconds(secret.deletedAt) }),
  ...(secret.tags.length > 0 ? { Tags: secret.tags } : {}),
  [stages]: Object.fromEntries(
    store
      .versions(secret.arn)
      .filter((version) => version.stages.length > 0)
      .map((version) => [version.id, version.stages]),
  ),
  CreatedDate: seconds(secret.createdAt),
});

/** A value with what it is the value of. */
export const valueAnswer = ({ arn, name }: Secret, { id, text, binary, stages, createdAt }: Version): object => ({
  ARN: arn,
  Name: name,
  VersionId: id,
  ...(text === undefined ? {} : { SecretString: text }),
  ...(binary === undefined ? {} : { SecretBinary: binary }),
  VersionStages: stages,
  CreatedDate: seconds(createdAt),
});

const DAY = 86_400_000;

/** Notes that a value was read, to the day, as AWS does. */
export const noteAccess = ({ store, clock }: Secrets, secret: Secret): void => {
  const day = Math.floor(clock.now() / DAY) * DAY;
  if (secret.accessedAt !== day) store.put({ ...secret, accessedAt: day });
};
