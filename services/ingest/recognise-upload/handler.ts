import { task } from '../../shared/task.ts';
import { readOriginal } from '../store.ts';
import { createRecogniseUpload, RecogniseUploadInput } from './step.ts';

export const handler = task(RecogniseUploadInput, createRecogniseUpload({ readOriginal }));
