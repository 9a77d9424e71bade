import { length, oneOf } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, list, needed, structure, text, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { metadataAnswer } from '../answer.ts';
import { FILTERS, type Filter, passing } from '../filters.ts';
import { paging } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';
import { type Paging, pageOfParameters } from './page.ts';

const OLD_FILTERS = list(
  structure({
    Key: needed(text(oneOf(['Name', 'Type', 'KeyId']))),
    Values: needed(list(text(length(1, 1024)), length(1, 50))),
  }),
);

const SHAPE = { Filters: OLD_FILTERS, ParameterFilters: FILTERS, Shared: truth(), ...paging(50) };

const KEYS = ['Path', 'Name', 'Tier', 'Type', 'KeyId', 'Label', 'DataType', 'tag:'];

type Input = Paging & { Filters?: { Key: string; Values: string[] }[]; ParameterFilters?: Filter[]; Shared?: boolean };

/** What parameters there are, without their values. */
export const describeParameters = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'Shared parameters are those of other accounts, of which there are none here.',
  permissions: () => [{ action: 'ssm:DescribeParameters', resource: `arn:aws:ssm:${ssm.region}:${ssm.accountId}:*` }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Filters = [], ParameterFilters = [], Shared = false, MaxResults = 50, NextToken: token } = input;
    if (Filters.length > 0 && ParameterFilters.length > 0)
      throw new AwsError('ValidationException', 'You can use either Filters or ParameterFilters in a single request.');
    // The older filters of names take what begins with a value.
    const older = Filters.map(({ Key, Values }) => ({ Key, Values, Option: Key === 'Name' ? 'BeginsWith' : 'Equals' }));
    const passes = passing(ssm.store, [...older, ...ParameterFilters], KEYS);
    const { items, more } = pageOfParameters(ssm, 'parameters', {
      prefix: '',
      passes: (each) => !Shared && passes(each),
      size: MaxResults,
      token,
    });
    return {
      Parameters: items.map((each) => ({ ...metadataAnswer(each), ARN: parameterArn(ssm, each.name) })),
      ...more,
    };
  },
});
