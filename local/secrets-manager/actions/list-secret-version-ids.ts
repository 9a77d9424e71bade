import { checkInput, truth } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import { arnFor, found } from '../find.ts';
import { type Secrets, seconds } from '../secret.ts';
import { PAGING, SECRET_ID } from '../shapes.ts';

const SHAPE = { SecretId: SECRET_ID, ...PAGING, IncludeDeprecated: truth() };

type Input = { SecretId: string; MaxResults?: number; NextToken?: string; IncludeDeprecated?: boolean };

/** The versions of a secret, those without a stage only where they are asked for. */
export const listSecretVersionIds = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ SecretId }: Input) => [
    { action: 'secretsmanager:ListSecretVersionIds', resource: arnFor(secrets, SecretId) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { MaxResults: size = 100, NextToken, IncludeDeprecated = false } = input;
    const { arn, name } = found(secrets, input.SecretId);
    const all = secrets.store.versions(arn).filter(({ stages }) => IncludeDeprecated || stages.length > 0);
    const from = pageStart(`versions:${arn}`, NextToken, 0);
    const left = all.slice(from).map((version, index) => ({ version, next: from + index + 1 }));
    const { items, more } = pageOf(`versions:${arn}`, left, size, ({ next }) => next);
    const Versions = items.map(({ version: { id, stages, createdAt } }) => ({
      VersionId: id,
      ...(stages.length > 0 ? { VersionStages: stages } : {}),
      CreatedDate: seconds(createdAt),
    }));
    return { Versions, ARN: arn, Name: name, ...more };
  },
});
