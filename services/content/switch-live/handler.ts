import { routesTag, writeRoutes } from '../../shared/routes.ts';
import { task } from '../../shared/task.ts';
import { finish, readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { createSwitchLive, SwitchLiveInput } from './step.ts';

export const handler = task(
  SwitchLiveInput,
  createSwitchLive({ readSite, readManifest, routesTag, writeRoutes, finish }),
);
