import { oneOf } from '../../aws/constraints.ts';
import { checkInput, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { ARCHIVE_NAME } from '../archives/archive-input.ts';
import { ARN, PAGING } from '../shapes.ts';
import type { EventBridge } from '../state.ts';
import { archiveAnswer } from './describe-archive.ts';
import { pageByName } from './paging.ts';

const STATES = ['ENABLED', 'DISABLED', 'CREATING', 'UPDATING', 'CREATE_FAILED', 'UPDATE_FAILED'];

const SHAPE = { NamePrefix: ARCHIVE_NAME, EventSourceArn: ARN, State: text(oneOf(STATES)), ...PAGING };

type Input = { NamePrefix?: string; EventSourceArn?: string; State?: string; NextToken?: string; Limit?: number };

/** Archives by name, in pages. */
export const listArchives = (bridge: EventBridge): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'events:ListArchives', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { NamePrefix: prefix, EventSourceArn, State = 'ENABLED', ...paging } = input;
    const found = bridge.archives
      .all()
      .filter(({ sourceArn }) => State === 'ENABLED' && (EventSourceArn ?? sourceArn) === sourceArn);
    const { items, more } = pageByName('archives', found, ({ name }) => name, { ...paging, prefix });
    return { Archives: items.map((archive) => archiveAnswer(bridge, archive)), ...more };
  },
});
