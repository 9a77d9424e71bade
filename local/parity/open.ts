import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Service } from '../aws/service.ts';
import { VirtualClock } from '../clock.ts';
import type { Identities } from '../iam/identities.ts';
import { openServices } from '../services.ts';

export type OpenedServices = {
  services: readonly Service[];
  resourceTypes: readonly ResourceType[];
  identities: Identities;
  close(): Promise<void>;
};

/** Every service of the runtime, on a folder that goes when they are closed, with no template. */
export const openEveryService = async (): Promise<OpenedServices> => {
  const folder = mkdtempSync(join(tmpdir(), 'parity-'));
  const closers: (() => unknown)[] = [];
  const { services, resourceTypes, identities } = await openServices({
    assembly: () => ({ folder, stacks: [], assets: new Map() }),
    dataFolder: folder,
    // SDK clients sign with the machine's time.
    clock: new VirtualClock(Date.now()),
    port: () => 0,
    closing(value, close) {
      closers.unshift(() => close(value));
      return value;
    },
  });
  return {
    services,
    resourceTypes,
    identities,
    async close() {
      for (const closer of closers) await closer();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
