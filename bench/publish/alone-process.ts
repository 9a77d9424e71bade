import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connection } from '../../cli/connection.ts';
import { ROOT } from '../../infra/build/folders.ts';
import { buildSite } from '../../infra/build/site.ts';

/** What is to be rendered and written once more. */
export type Request = { planKey: string };
/** Milliseconds of each part. */
export type Answer = { pages: number; render: number; index: number; routes: number };

/** A process that renders and writes what a publication did, alone. */
export const openAlone = async ({ client, outputs }: Connection) => {
  await buildSite();
  const endpoint = client.endpoint ?? '';
  const child = fork(fileURLToPath(new URL('./alone.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', join(ROOT, 'local', 'lambda', 'reach-apis.mjs')],
    env: {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: endpoint,
      AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: `http://localhost:${new URL(endpoint).port}`,
      AWS_REGION: client.region,
      AWS_ACCESS_KEY_ID: client.credentials?.accessKeyId,
      AWS_SECRET_ACCESS_KEY: client.credentials?.secretAccessKey,
      CONTENT_TABLE: outputs.ContentTableName,
      ASSETS_TABLE: outputs.AssetsTableName,
      MEDIA_BUCKET: outputs.MediaBucketName,
      PAGES_BUCKET: outputs.PagesBucketName,
      ROUTES_STORE_ARN: outputs.RoutesStoreArn,
      SITE_URL: outputs.SiteUrl,
    },
  });
  await once(child, 'message');
  return {
    async redo(request: Request): Promise<Answer> {
      child.send(request);
      const [answer] = (await once(child, 'message')) as [Answer | { failed: string }];
      if ('failed' in answer) throw new Error(answer.failed);
      return answer;
    },
    stop: () => child.kill(),
  };
};
