import { between, length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, integer, list, text } from '../../aws/input-shape.ts';
import type { CallContext, Operation } from '../../aws/service.ts';
import { noteAccess, valueAnswer } from '../answer.ts';
import { type Filter, passing } from '../filters.ts';
import { arnFor, usable, versionOf } from '../find.ts';
import type { Secrets } from '../secret.ts';
import { FILTERS } from '../shapes.ts';
import { pageOfSecrets } from './page.ts';

const SHAPE = {
  SecretIdList: list(text(length(1, 2048)), length(1, 20)),
  Filters: FILTERS,
  MaxResults: integer(between(1, 20)),
  NextToken: text(length(1, 4096)),
};

type Input = { SecretIdList?: string[]; Filters?: Filter[]; MaxResults?: number; NextToken?: string };

/** The current values of up to twenty secrets; those that cannot be had are told apart. */
export const batchGetSecretValue = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'secretsmanager:BatchGetSecretValue', resource: '*' }],
  run(input: Input, context: CallContext) {
    checkInput(SHAPE, input);
    const { SecretIdList, Filters, MaxResults, NextToken } = input;
    if ((SecretIdList === undefined) === (Filters === undefined))
      throw new AwsError('InvalidParameterException', 'Either Filters or SecretIdList must be provided, but not both.');
    if (SecretIdList !== undefined && (MaxResults ?? NextToken) !== undefined)
      throw new AwsError('InvalidParameterException', 'MaxResults and NextToken can be used with Filters only.');
    const page =
      SecretIdList === undefined
        ? pageOfSecrets(secrets, 'batch', passing(secrets, Filters ?? []), { size: MaxResults ?? 20, token: NextToken })
        : { ids: SecretIdList, more: {} };
    const SecretValues: object[] = [];
    const Errors: object[] = [];
    for (const id of page.ids) {
      try {
        const refused = context.refusalOf({
          action: 'secretsmanager:GetSecretValue',
          resource: arnFor(secrets, id),
        });
        if (refused) throw refused;
        const secret = usable(secrets, id);
        SecretValues.push(valueAnswer(secret, versionOf(secrets, secret)));
        noteAccess(secrets, secret);
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        Errors.push({ SecretId: id, ErrorCode: error.code, Message: error.message });
      }
    }
    return { SecretValues, Errors, ...page.more };
  },
});
