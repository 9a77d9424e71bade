import { AwsError } from '../../aws/error.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Parameter } from '../parameter.ts';
import type { Ssm } from '../state.ts';

export type Paging = { MaxResults?: number; NextToken?: string };

/** A page of the parameters below a prefix that pass, in order of names. Throws `InvalidNextToken`. */
export const pageOfParameters = (
  ssm: Ssm,
  list: string,
  {
    prefix,
    passes,
    size,
    token,
  }: { prefix: string; passes: (each: Parameter) => boolean; size: number; token?: string },
) => {
  const found: Parameter[] = [];
  for (const parameter of ssm.store.below(prefix, pageStart(list, token, '', invalidToken))) {
    if (passes(parameter)) found.push(parameter);
    if (found.length > size) break;
  }
  return pageOf(list, found, size, ({ name }) => name);
};

const invalidToken = (): AwsError => new AwsError('InvalidNextToken', 'The specified token is not valid.');
