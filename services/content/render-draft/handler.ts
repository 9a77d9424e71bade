import { api } from '../../shared/api.ts';
import { open } from '../site/drafts.ts';
import { renderPage } from '../site/render-page.ts';
import { writeStatic } from '../site/wiring.ts';
import { readItem, readRevisions } from '../store/items.ts';
import { writeFile } from '../store/pages.ts';
import { readArmed } from '../store/releases.ts';
import { readSite } from '../store/site.ts';
import { readManifest } from '../store/versions.ts';
import { checking, tools } from '../wiring.ts';
import { createRenderDraft, RenderDraftInput } from './step.ts';

const stored = { ...checking, readItem, readRevisions, readArmed, readSite, readManifest, writeFile, writeStatic };

export const handler = api(
  { allow: ['editor', 'publisher', 'admin'], input: RenderDraftInput, status: 200 },
  createRenderDraft({ ...tools, ...stored, open, render: renderPage }),
);
