import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

/** A bus with a rule and its target, an event on it, all of it gone. */
export const events = async (aws: Aws, { functionArn }: Ground): Promise<void> => {
  await aws.run('events create-event-bus --name cli');
  await aws.run('events put-rule --name all --event-bus-name cli --event-pattern {"source":["cli"]}');
  const targets = ['--targets', JSON.stringify([{ Id: 'echo', Arn: functionArn }])];
  expect(await aws.run('events put-targets --rule all --event-bus-name cli', ...targets)).toMatchObject({
    FailedEntryCount: 0,
  });
  expect(await aws.run('events list-rules --event-bus-name cli')).toMatchObject({
    Rules: [{ Name: 'all', State: 'ENABLED', EventPattern: '{"source":["cli"]}' }],
  });
  const entry = { EventBusName: 'cli', Source: 'cli', DetailType: 'T', Detail: '{}' };
  expect(await aws.run('events put-events --entries', JSON.stringify([entry]))).toMatchObject({ FailedEntryCount: 0 });
  expect(await aws.refused('events delete-event-bus --name cli')).toMatch(/\(ValidationException\)/);
  await aws.run('events remove-targets --rule all --event-bus-name cli --ids echo');
  await aws.run('events delete-rule --name all --event-bus-name cli');
  await aws.run('events delete-event-bus --name cli');
};
