import { signedQuery } from '../../shared/signed-link.ts';
import { signingKey } from '../../shared/signing-key.ts';
import { task } from '../../shared/task.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { renderPage } from '../site/render-page.ts';
import { open, writeStatic } from '../site/wiring.ts';
import { readAssets } from '../store/assets.ts';
import { readItems, readRevisions } from '../store/items.ts';
import { writeFile } from '../store/pages.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { createRenderPreview, RenderPreviewInput } from './step.ts';

const stored = { readItems, readRevisions, readAssets, readSite, readManifest, writeFile, writeStatic };

const openUntil = async (manifest: SiteManifest, until: number) => {
  const key = await signingKey();
  const scope = (path: string): string => path.split('/').slice(1, 3).join('/');
  return open(manifest, { mediaUrl: (path) => `${path}?${signedQuery(key, scope(path), until)}` });
};

export const handler = task(
  RenderPreviewInput,
  createRenderPreview({ ...stored, open: openUntil, render: renderPage }),
);
