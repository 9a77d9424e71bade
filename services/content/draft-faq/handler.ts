import { subscriber } from '../../shared/subscriber.ts';
import { log } from '../../shared/task.ts';
import { createCreateItem } from '../create-item/step.ts';
import { changing, checking } from '../wiring.ts';
import { createDraftFaq, DraftFaqEvent } from './step.ts';

export const handler = subscriber(
  DraftFaqEvent,
  createDraftFaq({ create: createCreateItem({ ...changing, ...checking }), log }),
);
