import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor } from '../find.ts';
import { DEFAULT_KEY, type Secrets, type Tag } from '../secret.ts';
import { DESCRIPTION, requireDefaultKey, TAGS, TOKEN, VALUE, withTags } from '../shapes.ts';
import { givenValue, newSecret, putValue, type Value } from '../values.ts';

const SHAPE = {
  Name: needed(text(length(1, 512))),
  ClientRequestToken: TOKEN,
  Description: DESCRIPTION,
  KmsKeyId: text(length(0, 2048)),
  ...VALUE,
  Tags: TAGS,
};

type Input = Value & {
  Name: string;
  ClientRequestToken?: string;
  Description?: string;
  KmsKeyId?: string;
  Tags?: Tag[];
};

/** Throws what AWS refuses a new secret's name with. */
export const checkName = (name: string): void => {
  if (!/^[A-Za-z0-9/_+=.@!-]{1,512}$/.test(name))
    throw new AwsError(
      'ValidationException',
      'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
    );
};

/** Makes a secret, with a first value where one is given. */
export const createSecret = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  differs:
    'There is no KMS here: the default key is the only one, and values stand in the database as they are. Replicas in other regions are refused.',
  permissions: ({ Name }: Input) => [{ action: 'secretsmanager:CreateSecret', resource: arnFor(secrets, Name) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    checkName(input.Name);
    requireDefaultKey(input.KmsKeyId, DEFAULT_KEY);
    const value = givenValue(input);
    const tags = withTags([], input.Tags ?? []);
    const { Name, Description, ClientRequestToken: token } = input;
    const known = secrets.store.byName(Name);
    if (known?.deletedAt !== undefined)
      throw new AwsError(
        'InvalidRequestException',
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
      );
    const repeated =
      known && value && secrets.store.versions(known.arn).find(({ id }) => id === token && token !== undefined);
    if (known && repeated && repeated.text === value.text && repeated.binary === value.binary)
      return { ARN: known.arn, Name, VersionId: repeated.id };
    if (known)
      throw new AwsError('ResourceExistsException', `The operation failed because the secret ${Name} already exists.`);
    const secret = newSecret(secrets, { name: Name, tags, ...(Description ? { description: Description } : {}) });
    if (!value) return { ARN: secret.arn, Name };
    return { ARN: secret.arn, Name, VersionId: putValue(secrets, secret, value, { token }).id };
  },
});
