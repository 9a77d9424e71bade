import type { Clock } from '../clock.ts';
import type { AsyncQueue } from './async-queue.ts';
import type { Mappings } from './event-sources/mappings.ts';
import type { Functions } from './functions.ts';
import type { Host } from './host.ts';

/** What Lambda's actions work with. */
export type Lambda = { clock: Clock; functions: Functions; host: Host; queue: AsyncQueue; mappings: Mappings };
