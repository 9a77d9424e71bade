import { expect } from 'vitest';
import type { Aws } from '../aws.ts';

/** A group of log lines: made, written, filtered, gone. */
export const logs = async (aws: Aws): Promise<void> => {
  const group = '--log-group-name /cli/one';
  await aws.run(`logs create-log-group ${group}`);
  await aws.run(`logs create-log-stream ${group} --log-stream-name today`);
  const lines = [{ timestamp: Date.now(), message: 'ERROR it broke' }];
  await aws.run(`logs put-log-events ${group} --log-stream-name today --log-events`, JSON.stringify(lines));
  const { events } = await aws.run(`logs filter-log-events ${group} --filter-pattern ERROR`);
  expect(events).toMatchObject(lines);
  const { logGroups } = await aws.run('logs describe-log-groups --log-group-name-prefix /cli');
  expect(logGroups).toMatchObject([{ logGroupName: '/cli/one' }]);
  await aws.run(`logs delete-log-group ${group}`);
  expect(await aws.refused(`logs get-log-events ${group} --log-stream-name today`)).toMatch(
    /\(ResourceNotFoundException\)/,
  );
};
