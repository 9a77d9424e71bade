import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkPolicy, type PolicyDocument, statementsOf } from '../../iam/policy-text.ts';
import { arnFor, usable } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID, ResourcePolicy: needed(text(length(1, 20_480))), BlockPublicPolicy: truth() };

type Input = { SecretId: string; ResourcePolicy: string; BlockPublicPolicy?: boolean };

/** Sets the policy of a secret. */
export const putResourcePolicy = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId, BlockPublicPolicy }: Input) => [
    {
      action: 'secretsmanager:PutResourcePolicy',
      resource: arnFor(secrets, SecretId),
      context: { 'secretsmanager:BlockPublicPolicy': [String(BlockPublicPolicy ?? false)] },
    },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const secret = usable(secrets, input.SecretId);
    checkPolicy(input.ResourcePolicy, 'MalformedPolicyDocumentException');
    if (input.BlockPublicPolicy && isPublic(input.ResourcePolicy))
      throw new AwsError('PublicPolicyException', "You can't attach a policy that allows broad access to the secret.");
    secrets.store.put({ ...secret, policy: input.ResourcePolicy });
    return { ARN: secret.arn, Name: secret.name };
  },
});

/** Whether a policy lets anybody in. */
export const isPublic = (policy: string): boolean =>
  statementsOf(JSON.parse(policy) as PolicyDocument).some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Allow' &&
      Condition === undefined &&
      (Principal === '*' || [(Principal as { AWS?: unknown } | undefined)?.AWS].flat().includes('*')),
  );
