import { oneOf } from '../../aws/constraints.ts';
import { checkInput, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { secretAnswer } from '../answer.ts';
import { type Filter, passing } from '../filters.ts';
import type { Secrets } from '../secret.ts';
import { FILTERS, PAGING } from '../shapes.ts';
import { pageOfSecrets } from './page.ts';

const SHAPE = {
  IncludePlannedDeletion: truth(),
  ...PAGING,
  Filters: FILTERS,
  SortOrder: text(oneOf(['asc', 'desc'])),
  SortBy: text(oneOf(['created-date'])),
};

type Input = {
  IncludePlannedDeletion?: boolean;
  MaxResults?: number;
  NextToken?: string;
  Filters?: Filter[];
  SortOrder?: string;
};

/** Secrets in the order of their making, in pages. */
export const listSecrets = (secrets: Secrets): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'Secrets come in the order of their making.',
  permissions: () => [{ action: 'secretsmanager:ListSecrets', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const {
      IncludePlannedDeletion: deleted,
      MaxResults: size = 100,
      NextToken: token,
      Filters = [],
      SortOrder,
    } = input;
    const order = { size, token, deleted, descending: SortOrder === 'desc' };
    const { items, more } = pageOfSecrets(secrets, `secrets:${SortOrder ?? 'asc'}`, passing(secrets, Filters), order);
    return { SecretList: items.map((secret) => secretAnswer(secrets, secret, 'SecretVersionsToStages')), ...more };
  },
});
