import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { BUS_NAME, DESCRIPTION } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { WITHOUT_EFFECT } from './create-event-bus.ts';

const SHAPE = { Name: BUS_NAME, Description: DESCRIPTION };

type Input = { Name?: string; Description?: string };

/** Gives a bus another description. */
export const updateEventBus = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  withoutEffect: WITHOUT_EFFECT,
  permissions: ({ Name }: Input) => [{ action: 'events:UpdateEventBus', resource: rules.bus(Name).arn }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { description: before, ...known } = rules.bus(input.Name);
    const description = input.Description ?? before;
    const { arn, name } = rules.putBus({ ...known, ...(description ? { description } : {}) });
    return { Arn: arn, Name: name, ...(description ? { Description: description } : {}) };
  },
});
