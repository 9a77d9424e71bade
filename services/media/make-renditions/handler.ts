import { task } from '../../shared/task.ts';
import { decode } from '../decode.ts';
import { encode, resize } from '../encode.ts';
import { readContent, readOriginal, recordFailure, recordReady, startRenditions, writeMedia } from '../store.ts';
import { createMakeRenditions, MakeRenditionsInput } from './step.ts';

const store = { readContent, readOriginal, writeMedia, startRenditions, recordReady, recordFailure };

export const handler = task(
  MakeRenditionsInput,
  createMakeRenditions({ now: Date.now, decode, resize, encode, ...store }),
);
