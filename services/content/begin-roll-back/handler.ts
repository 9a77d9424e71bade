import { task } from '../../shared/task.ts';
import { released, releasing } from '../release-wiring.ts';
import { readItems } from '../store/items.ts';
import { BeginRollBackInput, createBeginRollBack } from './step.ts';

export const handler = task(BeginRollBackInput, createBeginRollBack({ ...releasing, readItems, ...released }));
