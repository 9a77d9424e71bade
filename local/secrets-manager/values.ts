import { randomInt, randomUUID } from 'node:crypto';
import { AwsError } from '../aws/error.ts';
import { CURRENT, PREVIOUS, type Secret, type Secrets, type Tag, type Version } from './secret.ts';

/** Largest value, in bytes. @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const LARGEST = 65_536;

/** Versions that are kept of a secret; of more, the oldest without a stage go. */
const MOST_VERSIONS = 100;

/** Stages of one version. */
const MOST_STAGES = 20;

export type Value = { SecretString?: string; SecretBinary?: string | Uint8Array };

/** A value as it is kept; undefined where none is given. Throws `InvalidParameterException`. */
export const givenValue = ({
  SecretString: text,
  SecretBinary: bytes,
}: Value): Pick<Version, 'text' | 'binary'> | undefined => {
  if (text !== undefined && bytes !== undefined)
    throw new AwsError(
      'InvalidParameterException',
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  if (text === undefined && bytes === undefined) return undefined;
  const binary = typeof bytes === 'string' || bytes === undefined ? bytes : Buffer.from(bytes).toString('base64');
  const size = text === undefined ? Buffer.byteLength(binary ?? '', 'base64') : Buffer.byteLength(text);
  if (size < 1 || size > LARGEST)
    throw new AwsError('ValidationException', `The secret value must have between 1 and ${LARGEST} bytes.`);
  return text === undefined ? { binary } : { text };
};

/**
 * Puts a value to a secret, under stages that move to it; the version that was current becomes the previous one. The same
 * value under the same token changes nothing. Throws `ResourceExistsException` for a token of another value.
 */
export const putValue = (
  { store, clock }: Secrets,
  secret: Secret,
  value: Pick<Version, 'text' | 'binary'>,
  { token = randomUUID(), stages = [CURRENT] }: { token?: string; stages?: readonly string[] } = {},
): Version => {
  const versions = store.versions(secret.arn);
  const known = versions.find(({ id }) => id === token);
  if (known && (known.text !== value.text || known.binary !== value.binary))
    throw new AwsError(
      'ResourceExistsException',
      `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${secret.arn}.`,
    );
  if (known && stages.every((stage) => known.stages.includes(stage))) return known;
  const version: Version = known ?? { ...value, id: token, stages: [], createdAt: clock.now() };
  const moved = moveStages([...versions.filter(({ id }) => id !== token), version], token, stages);
  store.putVersions({ ...secret, changedAt: clock.now() }, moved, superfluous(moved));
  return moved.find(({ id }) => id === token) ?? version;
};

/** Versions after stages have moved to one of them. Throws `LimitExceededException`. */
export const moveStages = (versions: readonly Version[], to: string, stages: readonly string[]): Version[] => {
  const current = versions.find((each) => each.stages.includes(CURRENT));
  // What was current is the previous one from now on, and nothing else is.
  const steps = stages.includes(CURRENT) && current && current.id !== to ? current.id : undefined;
  return versions.map((version) => {
    const left = version.stages.filter(
      (stage) => !stages.includes(stage) && !(steps !== undefined && stage === PREVIOUS),
    );
    const own =
      version.id === to ? [...new Set([...left, ...stages])] : version.id === steps ? [...left, PREVIOUS] : left;
    if (own.length > MOST_STAGES)
      throw new AwsError('LimitExceededException', `A version can have at most ${MOST_STAGES} staging labels.`);
    return { ...version, stages: own };
  });
};

const superfluous = (versions: readonly Version[]): string[] =>
  versions
    .filter(({ stages }) => stages.length === 0)
    .map(({ id }) => id)
    .slice(0, Math.max(0, versions.length - MOST_VERSIONS));

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The ARN of a new secret, which ends with six characters by chance. */
export const newArn = ({ region, accountId }: Secrets, name: string): string => {
  const suffix = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${suffix}`;
};

export type NewSecret = { name: string; description?: string; tags?: readonly Tag[] };

/** Makes a secret without a value. */
export const newSecret = (secrets: Secrets, { name, description, tags = [] }: NewSecret): Secret => {
  const now = secrets.clock.now();
  const settings = description === undefined ? {} : { description };
  const secret = { arn: newArn(secrets, name), name, ...settings, tags, createdAt: now, changedAt: now };
  secrets.store.put(secret);
  return secret;
};
