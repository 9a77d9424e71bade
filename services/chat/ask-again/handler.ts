import { subscriber } from '../../shared/subscriber.ts';
import { openShelf } from '../reading.ts';
import { readWithAsked } from '../store/conversations.ts';
import { changeGap, listGaps, noteAgain, readAsks, readGap } from '../store/gaps.ts';
import { dropPromise, listPromises } from '../store/promises.ts';
import { changing, tools } from '../wiring.ts';
import { createAskAgain, SiteChangedEvent } from './step.ts';

const gaps = { listGaps, readAsks, readGap, noteAgain, changeGap };
const promises = { listPromises, dropPromise };

export const handler = subscriber(
  SiteChangedEvent,
  createAskAgain({ ...tools, ...changing, ...gaps, ...promises, readWithAsked, openShelf }),
);
