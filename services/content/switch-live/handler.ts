import { routesTag, writeRoutes } from '../../shared/routes.ts';
import { task } from '../../shared/task.ts';
import { readManifest } from '../site/wiring.ts';
import { finish, readSite } from '../store/site.ts';
import { createSwitchLive, SwitchLiveInput } from './step.ts';

export const handler = task(
  SwitchLiveInput,
  createSwitchLive({ readSite, readManifest, routesTag, writeRoutes, finish }),
);
