import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A folder of files on its way up, down and away again, by the high commands and the low. */
export const s3 = async (aws: Aws): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tour-cli-'));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.txt`), name);
  // So large that it goes up in parts.
  writeFileSync(join(folder, 'large'), Buffer.alloc(9 * 2 ** 20, 'x'));
  await aws.text('s3 mb s3://tour-cli');
  await aws.text('s3 sync', folder, 's3://tour-cli/up', '--no-progress');
  expect(await aws.text('s3 ls s3://tour-cli/up/')).toMatch(/1 a\.txt\n.*1 b\.txt\n.*1 c\.txt\n.*9437184 large\n/);
  const listed = await aws.run('s3api list-objects-v2 --bucket tour-cli --page-size 2 --query Contents[].Key');
  expect(listed).toEqual(['up/a.txt', 'up/b.txt', 'up/c.txt', 'up/large']);
  const head = await aws.run('s3api head-object --bucket tour-cli --key up/large --checksum-mode ENABLED');
  expect(head).toMatchObject({ ContentLength: 9 * 2 ** 20, ETag: expect.stringMatching(/-2"$/) });
  await aws.text('s3 mv s3://tour-cli/up/large s3://tour-cli/moved');
  await aws.text('s3 cp s3://tour-cli/moved', join(folder, 'back'), '--no-progress');
  expect(readFileSync(join(folder, 'back')).equals(readFileSync(join(folder, 'large')))).toBe(true);
  rmSync(folder, { recursive: true });
  expect(await aws.refused('s3api get-object --bucket tour-cli --key none /dev/null')).toMatch(/\(NoSuchKey\)/);
  expect(await aws.refused('s3 rb s3://tour-cli')).toMatch(/BucketNotEmpty/);
  await aws.text('s3 rb s3://tour-cli --force');
  expect(await aws.refused('s3 ls s3://tour-cli')).toMatch(/\(NoSuchBucket\)/);
};
