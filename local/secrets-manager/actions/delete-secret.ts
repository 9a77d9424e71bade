import { AwsError } from '../../aws/error.ts';
import { checkInput, integer, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, found, lookUp } from '../find.ts';
import { type Secrets, seconds } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID, RecoveryWindowInDays: integer(), ForceDeleteWithoutRecovery: truth() };

const DAY = 86_400_000;

/** Days until a deleted secret goes where none are given. */
const DAYS = 30;

type Input = { SecretId: string; RecoveryWindowInDays?: number; ForceDeleteWithoutRecovery?: boolean };

const refuse = (message: string): AwsError => new AwsError('InvalidParameterException', message);

/** Marks a secret for deletion, or removes it at once. */
export const deleteSecret = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId, RecoveryWindowInDays, ForceDeleteWithoutRecovery }: Input) => [
    {
      action: 'secretsmanager:DeleteSecret',
      resource: arnFor(secrets, SecretId),
      context: {
        'secretsmanager:ForceDeleteWithoutRecovery': [String(ForceDeleteWithoutRecovery ?? false)],
        ...(RecoveryWindowInDays === undefined
          ? {}
          : { 'secretsmanager:RecoveryWindowInDays': [String(RecoveryWindowInDays)] }),
      },
    },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { RecoveryWindowInDays: days, ForceDeleteWithoutRecovery: atOnce = false, SecretId } = input;
    if (atOnce && days !== undefined)
      throw refuse("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    if (days !== undefined && (days < 7 || days > 30))
      throw refuse('The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).');
    const now = secrets.clock.now();
    // What is not there may be deleted at once without an error, so that scripts can be repeated.
    if (atOnce && !lookUp(secrets, SecretId))
      return { ARN: arnFor(secrets, SecretId), Name: SecretId, DeletionDate: seconds(now) };
    const secret = found(secrets, SecretId);
    const { arn: ARN, name: Name } = secret;
    if (atOnce) {
      secrets.store.remove(ARN);
      return { ARN, Name, DeletionDate: seconds(now) };
    }
    if (secret.deletedAt !== undefined)
      throw new AwsError(
        'InvalidRequestException',
        "You can't perform this operation on the secret because it was already scheduled for deletion.",
      );
    const goesAt = now + (days ?? DAYS) * DAY;
    secrets.store.put({ ...secret, deletedAt: now, goesAt });
    return { ARN, Name, DeletionDate: seconds(goesAt) };
  },
});
