import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, truth } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { parameterAnswer } from '../answer.ts';
import { FILTERS, type Filter, isBelow, passing } from '../filters.ts';
import { DECRYPTION, NAME, paging } from '../shapes.ts';
import { parameterArn, type Ssm } from '../state.ts';
import { type Paging, pageOfParameters } from './page.ts';

const SHAPE = {
  Path: needed(NAME),
  Recursive: truth(),
  ParameterFilters: FILTERS,
  ...DECRYPTION,
  ...paging(10),
};

type Input = Paging & { Path: string; Recursive?: boolean; ParameterFilters?: Filter[]; WithDecryption?: boolean };

/** The parameters below a path, ten a page. */
export const getParametersByPath = (ssm: Ssm): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Path }: Input) => [
    { action: 'ssm:GetParametersByPath', resource: parameterArn(ssm, String(Path).replace(/(.)\/$/, '$1')) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { Path, Recursive = false, ParameterFilters = [], MaxResults = 10, NextToken: token } = input;
    if (!Path.startsWith('/'))
      throw new AwsError(
        'ValidationException',
        'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/". It can\'t be prefixed with "aws" or "ssm" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol "/". Valid example: /get/parameters2-/by1./path0_.',
      );
    const filter = passing(ssm.store, ParameterFilters, ['Type', 'KeyId', 'Label']);
    const { items, more } = pageOfParameters(ssm, `path:${Path}`, {
      prefix: Path === '/' ? '' : Path,
      passes: (each) => isBelow(Path, each.name, Recursive) && filter(each),
      size: MaxResults,
      token,
    });
    return { Parameters: items.map((each) => parameterAnswer(ssm, each, input.WithDecryption)), ...more };
  },
});
