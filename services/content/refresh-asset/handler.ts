import { subscriber } from '../../shared/subscriber.ts';
import { readPublication } from '../store/publications.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { write } from '../store/write.ts';
import { AssetEvent, createRefreshAsset } from './step.ts';

export const handler = subscriber(
  AssetEvent,
  createRefreshAsset({ now: Date.now, readSite, readManifest, readPublication, write }),
);
