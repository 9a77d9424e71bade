import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { checkPolicy } from '../../iam/policy-text.ts';
import { arnFor } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { isPublic } from './put-resource-policy.ts';

const SHAPE = { SecretId: text(length(1, 2048)), ResourcePolicy: needed(text(length(1, 20_480))) };

type Input = { SecretId?: string; ResourcePolicy: string };

/** Tells what is wrong with a policy without setting it. */
export const validateResourcePolicy = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'A policy is judged by its form and by whether it lets anybody in.',
  permissions: ({ SecretId }: Input) => [
    {
      action: 'secretsmanager:ValidateResourcePolicy',
      resource: SecretId === undefined ? '*' : arnFor(secrets, SecretId),
    },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    try {
      checkPolicy(input.ResourcePolicy, 'MalformedPolicyDocumentException');
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return refused('SYNTAX_CHECK', error.message);
    }
    if (isPublic(input.ResourcePolicy))
      return refused('PUBLIC_ACCESS_CHECK', 'The policy allows broad access to the secret.');
    return { PolicyValidationPassed: true, ValidationErrors: [] };
  },
});

const refused = (CheckName: string, ErrorMessage: string): object => ({
  PolicyValidationPassed: false,
  ValidationErrors: [{ CheckName, ErrorMessage }],
});
