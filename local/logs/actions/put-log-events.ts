import type { Operation } from '../../aws/service.ts';
import type { Logs } from '../state.ts';

type Input = {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamName: string;
  logEvents?: { timestamp: number; message: string }[];
};

export const putLogEvents = ({ store, arnOf, groupOf }: Logs): Operation => ({
  permissions: (input: Input) => [{ action: 'logs:PutLogEvents', resource: arnOf(groupOf(input)) }],
  run(input: Input) {
    const group = groupOf(input);
    for (const { timestamp, message } of input.logEvents ?? []) {
      store.write({ group, stream: input.logStreamName, message, at: timestamp });
    }
    return {};
  },
});
