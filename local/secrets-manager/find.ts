import { AwsError } from '../aws/error.ts';
import { CURRENT, type Secret, type Secrets, type Version } from './secret.ts';

/** A secret by its name, its ARN, or its ARN without the six characters at the end; undefined where there is none. */
export const lookUp = ({ store, region, accountId }: Secrets, id: string): Secret | undefined => {
  if (!id.startsWith('arn:')) return store.byName(id);
  const whole = store.byArn(id);
  if (whole) return whole;
  const prefix = `arn:aws:secretsmanager:${region}:${accountId}:secret:`;
  return id.startsWith(prefix) ? store.byName(id.slice(prefix.length)) : undefined;
};

/** As `lookUp`. Throws `ResourceNotFoundException`. */
export const found = (secrets: Secrets, id: string): Secret => {
  const secret = lookUp(secrets, id);
  if (secret) return secret;
  throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
};

/** As `found`. Throws `InvalidRequestException` for a secret that is marked for deletion. */
export const usable = (secrets: Secrets, id: string): Secret => {
  const secret = found(secrets, id);
  if (secret.deletedAt === undefined) return secret;
  throw new AwsError(
    'InvalidRequestException',
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
};

/** The ARN that permissions are judged by; that of what is not there has no six characters at its end. */
export const arnFor = (secrets: Secrets, id: unknown): string => {
  const { region, accountId } = secrets;
  const given = String(id);
  return (
    lookUp(secrets, given)?.arn ??
    (given.startsWith('arn:') ? given : `arn:aws:secretsmanager:${region}:${accountId}:secret:${given}`)
  );
};

/** A version by its id, its stage or both; the current one by default. Throws what AWS refuses others with. */
export const versionOf = ({ store }: Secrets, { arn }: Secret, id?: string, stage?: string): Version => {
  const versions = store.versions(arn);
  if (id !== undefined) {
    const version = versions.find((each) => each.id === id);
    if (!version) throw missing(`VersionId: ${id}`);
    if (stage !== undefined && !version.stages.includes(stage))
      throw new AwsError(
        'InvalidRequestException',
        'You provided a VersionStage that is not associated to the provided VersionId.',
      );
    return version;
  }
  const version = versions.find(({ stages }) => stages.includes(stage ?? CURRENT));
  if (!version) throw missing(`staging label: ${stage ?? CURRENT}`);
  return version;
};

const missing = (what: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Secrets Manager can't find the specified secret value for ${what}`);
