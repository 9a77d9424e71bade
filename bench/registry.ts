import { bundles } from './bundles/bench.ts';
import { chat } from './chat/bench.ts';
import { events } from './events/bench.ts';
import type { Bench } from './figure.ts';
import { grants } from './grants/bench.ts';
import { invoke } from './invoke/bench.ts';
import { media } from './media.ts';
import { ops } from './ops/bench.ts';
import { publish } from './publish/bench.ts';
import { rebuild } from './rebuild/bench.ts';
import { soak } from './soak/bench.ts';
import { start } from './start.ts';
import { states } from './states.ts';
import { studio } from './studio.ts';
import { watch } from './watch.ts';

/** Every bench by name, in the order in which all of them run: the short ones first. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  bundles,
  start,
  watch,
  invoke,
  events,
  states,
  chat,
  ops,
  studio,
  publish,
  rebuild,
  media,
  soak,
  grants,
};
