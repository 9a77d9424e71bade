import { subscriber } from '../../shared/subscriber.ts';
import { readAsset } from '../store.ts';
import { declare, markRefused, store } from '../store-fetched.ts';
import { open, resolve } from './connect.ts';
import { createDownload } from './download.ts';
import { createFetchAsset, FetchRequest } from './step.ts';

const download = createDownload({ resolve, open });

export const handler = subscriber(
  FetchRequest,
  createFetchAsset({ now: Date.now, readAsset, download, declare, store, markRefused }),
);
