import { task } from '../../shared/task.ts';
import type { SiteManifest } from '../site/manifest.ts';
import { renderPage } from '../site/render-page.ts';
import { signedMedia } from '../site/signed-media.ts';
import { open, writeStatic } from '../site/wiring.ts';
import { readAssets } from '../store/assets.ts';
import { readItems, readRevisions } from '../store/items.ts';
import { writeFile } from '../store/pages.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { createRenderPreview, RenderPreviewInput } from './step.ts';

const stored = { readItems, readRevisions, readAssets, readSite, readManifest, writeFile, writeStatic };

const openUntil = async (manifest: SiteManifest, until: number) =>
  open(manifest, { mediaUrl: await signedMedia(until) });

export const handler = task(
  RenderPreviewInput,
  createRenderPreview({ ...stored, open: openUntil, render: renderPage }),
);
