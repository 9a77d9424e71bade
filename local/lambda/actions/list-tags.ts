import type { Operation } from '../../aws/service.ts';
import type { Lambda } from '../state.ts';

type Input = { Resource: string };

export const listTags = ({ functions }: Lambda): Operation => ({
  members: ['Resource'],
  permissions: ({ Resource }: Input) => [{ action: 'lambda:ListTags', resource: Resource }],
  run: ({ Resource }: Input) => ({ Tags: functions.find(Resource).configuration.tags ?? {} }),
});
