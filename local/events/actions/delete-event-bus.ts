import { AwsError } from '../../aws/error.ts';
import { checkInput, needed } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { BUS_NAME } from '../shapes.ts';
import type { EventBridge } from '../state.ts';

const SHAPE = { Name: needed(BUS_NAME) };

type Input = { Name: string };

/** Throws where a bus cannot be deleted: the default one, and one that has rules. */
export const checkDeletable = ({ rules }: EventBridge, name: string): void => {
  const refuse = (message: string): AwsError => new AwsError('ValidationException', message, 400);
  if (name === 'default') throw refuse('Cannot delete event bus default.');
  if (rules.rulesOf(name).length > 0) throw refuse(`Cannot delete event bus ${name} since rules are still attached.`);
};

/** Deletes a bus that has no rules; one that is not there is no error. */
export const deleteEventBus = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ Name }: Input) => [{ action: 'events:DeleteEventBus', resource: bridge.rules.busArn(Name) }],
  run(input: Input) {
    checkInput(SHAPE, input);
    checkDeletable(bridge, input.Name);
    bridge.rules.removeBus(input.Name);
    bridge.tags.removeAll(bridge.rules.busArn(input.Name));
    return {};
  },
});
