import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A function: told, invoked, permitted, refused. */
export const lambda = async (aws: Aws): Promise<void> => {
  const { Functions } = await aws.run('lambda list-functions --page-size 1');
  expect(Functions).toMatchObject([{ FunctionName: 'echo', Handler: 'index.handler' }]);
  const file = join(tmpdir(), `tour-cli-${process.pid}.json`);
  // As bytes from a file, which both versions of the CLI read alike.
  writeFileSync(file, '{"from":"cli"}');
  const invoked = await aws.run(
    'lambda invoke --function-name echo --log-type Tail --payload',
    `fileb://${file}`,
    file,
  );
  expect(invoked).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', LogResult: expect.any(String) });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ echoed: { from: 'cli' } });
  rmSync(file);
  const permission = '--function-name echo --statement-id cli';
  await aws.run(
    `lambda add-permission ${permission} --action lambda:InvokeFunction --principal sns.amazonaws.com --source-account 000000000000`,
  );
  const { Policy } = await aws.run('lambda get-policy --function-name echo');
  expect(JSON.parse(Policy).Statement).toMatchObject([{ Sid: 'cli', Principal: { Service: 'sns.amazonaws.com' } }]);
  await aws.run(`lambda remove-permission ${permission}`);
  expect(await aws.refused('lambda get-function --function-name nobody')).toMatch(/\(ResourceNotFoundException\)/);
};
