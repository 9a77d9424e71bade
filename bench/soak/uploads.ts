import sharp from 'sharp';
import { openApi, type Ticket } from '../../cli/api.ts';
import { connect } from '../../cli/connection.ts';
import { seed } from '../../cli/seed/seed.ts';
import { startRuntime } from '../../local/runtime.ts';
import type { Figure } from '../figure.ts';
import { STAGE } from '../running.ts';
import { held, slope } from './memory.ts';

const UPLOADS = 10_000;
const EVERY = 1000;
const AT_ONCE = 6;

/** Pictures of different bytes; the others are the same again, and share the renditions of the first, as they do for an editor. */
const PICTURES = 20;

const SETTLING = new Set(['AssetProcessed', 'AssetRejected', 'AssetProcessingFailed']);

/** Uploads through the whole pipeline, each waited for until its asset is ready. Throws where one does not become so. */
export const uploads = async (
  assembly: string,
  dataFolder: string,
  note: (text: string) => void,
): Promise<Figure[]> => {
  const waiting = new Map<string, (outcome: string) => void>();
  const runtime = await startRuntime({
    assemblyFolder: assembly,
    dataFolder,
    awsPort: 0,
    sitePort: 0,
    onEvent: (event) => {
      if (!SETTLING.has(event['detail-type'])) return;
      const { assetId = '' } = (event.detail as { data?: { assetId?: string } }).data ?? {};
      waiting.get(assetId)?.(event['detail-type']);
      waiting.delete(assetId);
    },
  });
  try {
    const connection = await connect({ stage: STAGE, 'aws-port': new URL(runtime.awsUrl).port });
    await seed.users(connection);
    const pictures = await Promise.all(Array.from({ length: PICTURES }, (_, index) => picture(index)));
    const samples = [await held()];
    for (let done = 0; done < UPLOADS; done += EVERY) {
      const from = performance.now();
      // A token is good for an hour.
      const api = await openApi(connection);
      let left = EVERY;
      const uploader = async (): Promise<void> => {
        while (left-- > 0) {
          const bytes = pictures[left % PICTURES] ?? Buffer.of();
          const input = { fileName: 'soak.jpg', contentType: 'image/jpeg', size: bytes.length };
          const ticket = await api<Ticket>('POST', '/assets', input);
          const outcome = new Promise<string>((resolve) => waiting.set(ticket.assetId, resolve));
          await post(ticket, bytes);
          const settled = await outcome;
          if (settled !== 'AssetProcessed') throw new Error(`${ticket.assetId} ended with ${settled}.`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, uploader));
      const sample = await held();
      samples.push(sample);
      const seconds = ((performance.now() - from) / 1000).toFixed(0);
      note(`${done + EVERY} uploads, heap ${sample.heap.toFixed(1)} MB, rss ${sample.rss.toFixed(0)} MB, ${seconds} s`);
    }
    // The first thousand fill what is kept at hand and never grows again.
    const settled = samples.slice(1);
    return [
      { figure: `uploads: heap after ${EVERY}`, value: settled[0]?.heap, unit: 'MB' },
      { figure: `uploads: heap after ${UPLOADS}`, value: settled.at(-1)?.heap, unit: 'MB' },
      {
        figure: `uploads: growth a ${EVERY}`,
        value: slope(settled.map(({ heap }) => heap)),
        unit: 'MB',
        goal: { atMost: 1 },
      },
      { figure: `uploads: resident memory after ${EVERY}`, value: settled[0]?.rss, unit: 'MB' },
      { figure: `uploads: resident memory after ${UPLOADS}`, value: settled.at(-1)?.rss, unit: 'MB' },
    ];
  } finally {
    await runtime.close();
  }
};

const picture = (index: number): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: index * 12, g: 255 - index * 12, b: 90 } } })
    .jpeg()
    .toBuffer();

const post = async ({ upload }: Ticket, bytes: Buffer): Promise<void> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'soak.jpg');
  const response = await fetch(upload.url, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`S3 refused an upload: ${await response.text()}`);
  await response.arrayBuffer();
};
