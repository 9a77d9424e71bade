import { AssetRemoved } from '@marquee/events/schemas/asset-removed.ts';
import { AssetUploaded } from '@marquee/events/schemas/asset-uploaded.ts';
import { publish } from '../../shared/publish.ts';
import { subscriber } from '../../shared/subscriber.ts';
import { log } from '../../shared/task.ts';
import { readAsset } from '../store.ts';
import { createAnnounceObjectChange, ObjectChange } from './step.ts';

const announceUpload = (detail: AssetUploaded) => publish(AssetUploaded, detail);
const announceRemoval = (detail: AssetRemoved) => publish(AssetRemoved, detail);
const warn = (message: string, fields: Record<string, unknown>) => log('warn', message, fields);

export const handler = subscriber(
  ObjectChange,
  createAnnounceObjectChange({ readAsset, announceUpload, announceRemoval, warn }),
);
