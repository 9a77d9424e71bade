import { task } from '../../shared/task.ts';
import { readOriginal } from '../store.ts';
import { inspect } from './inspect.ts';
import { createInspectImage, InspectImageInput } from './step.ts';

export const handler = task(InspectImageInput, createInspectImage({ readOriginal, inspect }));
