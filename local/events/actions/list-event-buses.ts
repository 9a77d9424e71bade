import { checkInput } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { BUS_NAME, PAGING } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { busAnswer } from './describe-event-bus.ts';
import { pageByName } from './paging.ts';

const SHAPE = { NamePrefix: BUS_NAME, ...PAGING };

type Input = { NamePrefix?: string; NextToken?: string; Limit?: number };

/** Buses by name, in pages. */
export const listEventBuses = ({ rules }: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'events:ListEventBuses', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { NamePrefix: prefix, ...paging } = input;
    const { items, more } = pageByName('buses', rules.buses(), ({ name }) => name, { ...paging, prefix });
    return { EventBuses: items.map(busAnswer), ...more };
  },
});
