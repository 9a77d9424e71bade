import { task } from '../../shared/task.ts';
import { releasing } from '../release-wiring.ts';
import { readItems } from '../store/items.ts';
import { readPublication } from '../store/publications.ts';
import { createOpenWindow, OpenWindowInput } from './step.ts';

export const handler = task(OpenWindowInput, createOpenWindow({ ...releasing, readItems, readPublication }));
