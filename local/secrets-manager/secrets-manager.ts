import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Operation, Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import { createDeclared } from '../declared.ts';
import { statementsIn } from '../iam/policy-text.ts';
import { batchGetSecretValue } from './actions/batch-get-secret-value.ts';
import { createSecret } from './actions/create-secret.ts';
import { deleteResourcePolicy } from './actions/delete-resource-policy.ts';
import { deleteSecret } from './actions/delete-secret.ts';
import { describeSecret } from './actions/describe-secret.ts';
import { getRandomPassword } from './actions/get-random-password.ts';
import { getResourcePolicy } from './actions/get-resource-policy.ts';
import { getSecretValue } from './actions/get-secret-value.ts';
import { listSecretVersionIds } from './actions/list-secret-version-ids.ts';
import { listSecrets } from './actions/list-secrets.ts';
import { putResourcePolicy } from './actions/put-resource-policy.ts';
import { putSecretValue } from './actions/put-secret-value.ts';
import { restoreSecret } from './actions/restore-secret.ts';
import { tagResource } from './actions/tag-resource.ts';
import { untagResource } from './actions/untag-resource.ts';
import { updateSecret } from './actions/update-secret.ts';
import { updateSecretVersionStage } from './actions/update-secret-version-stage.ts';
import { validateResourcePolicy } from './actions/validate-resource-policy.ts';
import { usable, versionOf } from './find.ts';
import { resourcePolicyType, secretType, sweep } from './resources.ts';
import type { Secrets } from './secret.ts';
import { createSecretStore } from './store.ts';

export type SecretsManagerOptions = { database: DatabaseSync; clock: Clock; accountId: string; region: string };

/** Secrets Manager. */
export const createSecretsManager = ({ database, ...place }: SecretsManagerOptions) => {
  const secrets: Secrets = { ...place, store: createSecretStore(database, place.clock) };
  const declared = createDeclared(database, 'secrets_declared');
  const operations: Record<string, Operation> = {
    BatchGetSecretValue: batchGetSecretValue(secrets),
    CreateSecret: createSecret(secrets),
    DeleteResourcePolicy: deleteResourcePolicy(secrets),
    DeleteSecret: deleteSecret(secrets),
    DescribeSecret: describeSecret(secrets),
    GetRandomPassword: getRandomPassword(),
    GetResourcePolicy: getResourcePolicy(secrets),
    GetSecretValue: getSecretValue(secrets),
    ListSecretVersionIds: listSecretVersionIds(secrets),
    ListSecrets: listSecrets(secrets),
    PutResourcePolicy: putResourcePolicy(secrets),
    PutSecretValue: putSecretValue(secrets),
    RestoreSecret: restoreSecret(secrets),
    TagResource: tagResource(secrets),
    UntagResource: untagResource(secrets),
    UpdateSecret: updateSecret(secrets),
    UpdateSecretVersionStage: updateSecretVersionStage(secrets),
    ValidateResourcePolicy: validateResourcePolicy(secrets),
  };
  const service: Service = {
    name: 'secretsmanager',
    json: { targetPrefix: 'secretsmanager', version: '1.1' },
    operations,
    policyOf: (arn) => statementsIn(secrets.store.byArn(arn)?.policy),
  };
  const resourceTypes: ResourceType[] = [secretType(secrets, declared), resourcePolicyType(secrets, declared)];
  return {
    service,
    resourceTypes,
    /** The value of a secret as text, by name or ARN. Throws `AwsError` where there is none. */
    valueOf(id: string, versionId?: string, stage?: string): string | undefined {
      return versionOf(secrets, usable(secrets, id), versionId, stage).text;
    },
    /** Takes away what only an earlier template declared; call it once the template is carried out. */
    sweep: (): void => sweep(secrets, declared),
  };
};
