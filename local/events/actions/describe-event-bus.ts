import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Bus } from '../rule.ts';
import { BUS_NAME_OR_ARN } from '../shapes.ts';
import { type EventBridge, seconds } from '../state.ts';

const SHAPE = { Name: BUS_NAME_OR_ARN };

/** A bus as the API answers it. */
export const busAnswer = ({ name, arn, description, policy, createdAt, modifiedAt }: Bus) => ({
  Name: name,
  Arn: arn,
  ...(description === undefined ? {} : { Description: description }),
  ...(policy === undefined ? {} : { Policy: policy }),
  CreationTime: seconds(createdAt),
  LastModifiedTime: seconds(modifiedAt),
});

/** One bus; the default one where none is named. */
export const describeEventBus = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: { Name?: string }) => [{ action: 'events:DescribeEventBus', resource: rules.bus(Name).arn }],
  run(input: { Name?: string }) {
    checkInput(SHAPE, input);
    return busAnswer(rules.bus(input.Name));
  },
});
