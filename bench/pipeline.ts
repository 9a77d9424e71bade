import { setTimeout as wait } from 'node:timers/promises';
import { type Asset, openApi, type Ticket } from '../cli/api.ts';
import { connect } from '../cli/connection.ts';
import { seed } from '../cli/seed/seed.ts';
import type { Pass } from './bare-sharp/script.ts';
import type { Photograph } from './photographs.ts';
import { cpuSeconds } from './process-tree.ts';
import { type Running, STAGE } from './running.ts';

/** Uploads under way at once, as `npm run marquee -- upload` has them. */
const AT_ONCE = 6;

/** How often the assets are looked at, in milliseconds. The time that counts is the assets' own. */
const LOOK_EVERY = 1000;

const SETTLED = new Set(['ready', 'incomplete', 'refused', 'failed', 'removed']);

/** An editor at the running system. */
export const openPipeline = async ({ awsUrl, pid }: Running) => {
  const connection = await connect({ stage: STAGE, 'aws-port': new URL(awsUrl).port });
  await seed.users(connection);
  const api = await openApi(connection);

  const upload = async ({ fileName, bytes }: Photograph): Promise<string> => {
    const contentType = 'image/jpeg';
    const ticket = await api<Ticket>('POST', '/assets', { fileName, contentType, size: bytes.length });
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.upload.fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), fileName);
    const response = await fetch(ticket.upload.url, { method: 'POST', body: form });
    if (!response.ok) throw new Error(`S3 refused ${fileName}: ${await response.text()}`);
    return ticket.assetId;
  };

  const settled = async (assetId: string): Promise<Asset> => {
    for (;;) {
      const asset = await api<Asset>('GET', `/assets/${assetId}`);
      if (SETTLED.has(asset.state)) return asset;
      await wait(LOOK_EVERY);
    }
  };

  return {
    /** Uploads all and waits until each is ready; from the first request to the moment at which the last became so. */
    async pass(photographs: readonly Photograph[]): Promise<Pass> {
      const cpuBefore = cpuSeconds(pid) ?? Number.NaN;
      const started = Date.now();
      const todo = [...photographs];
      const assetIds: string[] = [];
      const uploader = async (): Promise<void> => {
        for (let next = todo.shift(); next; next = todo.shift()) assetIds.push(await upload(next));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, uploader));
      const assets: Asset[] = [];
      for (const assetId of assetIds) assets.push(await settled(assetId));
      for (const { fileName, state, reason } of assets) {
        if (state !== 'ready') throw new Error(`${fileName} is ${state}: ${reason?.message ?? 'without a reason'}`);
      }
      const ended = Math.max(...assets.map(({ updatedAt }) => Date.parse(updatedAt)));
      return {
        seconds: (ended - started) / 1000,
        cpuSeconds: (cpuSeconds(pid) ?? Number.NaN) - cpuBefore,
        renditions: assets.reduce((sum, { renditions = [] }) => sum + renditions.length, 0),
      };
    },
  };
};
