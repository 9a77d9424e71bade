import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** Parameters: put, listed page by page, read, deleted. */
export const ssm = async (aws: Aws): Promise<void> => {
  await aws.run('ssm put-parameter --name /cli/a --value one --type String');
  await aws.run('ssm put-parameter --name /cli/b --value two,three --type StringList');
  const { Parameters } = await aws.run('ssm get-parameters-by-path --path /cli --page-size 1');
  expect(Parameters).toMatchObject([
    { Name: '/cli/a', Value: 'one' },
    { Name: '/cli/b', Value: 'two,three' },
  ]);
  expect(await aws.refused('ssm put-parameter --name /cli/a --value two --type String')).toMatch(
    /\(ParameterAlreadyExists\)/,
  );
  await aws.run('ssm delete-parameters --names /cli/a /cli/b');
  expect(await aws.refused('ssm get-parameter --name /cli/a')).toMatch(/\(ParameterNotFound\)/);
};
