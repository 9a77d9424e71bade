import { task } from '../../shared/task.ts';
import { hashOriginal, readOriginal, readStart } from '../store.ts';
import { createRecogniseUpload, RecogniseUploadInput } from './step.ts';

export const handler = task(RecogniseUploadInput, createRecogniseUpload({ readOriginal, readStart, hashOriginal }));
