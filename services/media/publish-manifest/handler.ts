import { task } from '../../shared/task.ts';
import { readContent, writeMedia } from '../store.ts';
import { createPublishManifest, PublishManifestInput } from './step.ts';

export const handler = task(PublishManifestInput, createPublishManifest({ readContent, writeMedia }));
