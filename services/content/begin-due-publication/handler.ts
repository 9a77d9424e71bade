import { subscriber } from '../../shared/subscriber.ts';
import { log } from '../../shared/task.ts';
import { readItems } from '../store/items.ts';
import { readPublication } from '../store/publications.ts';
import { changing } from '../wiring.ts';
import { createBeginDuePublication, DueEvent } from './step.ts';

export const handler = subscriber(
  DueEvent,
  createBeginDuePublication({ ...changing, readItems, readPublication, log }),
);
