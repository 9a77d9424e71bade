import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { Group } from '../groups.ts';
import { NAME } from '../settings.ts';
import { foundGroup, groupArn, type Scheduler, seconds } from '../state.ts';

const SHAPE = { Name: needed(NAME) };

/** A group as the API answers it. */
export const groupAnswer = ({ arn, name, createdAt, modifiedAt }: Group) => ({
  Arn: arn,
  Name: name,
  State: 'ACTIVE',
  CreationDate: seconds(createdAt),
  LastModificationDate: seconds(modifiedAt),
});

/** One group. */
export const getScheduleGroup = (scheduler: Scheduler): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: { Name: string }) => [
    { action: 'scheduler:GetScheduleGroup', resource: groupArn(scheduler, Name) },
  ],
  run(input: { Name: string }) {
    checkInput(SHAPE, input);
    return groupAnswer(foundGroup(scheduler, input.Name));
  },
});
