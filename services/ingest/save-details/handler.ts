import { AssetEmbargoChanged } from '@marquee/events/schemas/asset-embargo-changed.ts';
import { AssetFocusMoved } from '@marquee/events/schemas/asset-focus-moved.ts';
import { api } from '../../shared/api.ts';
import { publish } from '../../shared/publish.ts';
import { readAsset } from '../store.ts';
import { writeDetails } from '../store-details.ts';
import { createSaveDetails, SaveDetailsInput } from './step.ts';

const announceEmbargo = (detail: AssetEmbargoChanged) => publish(AssetEmbargoChanged, detail);
const announceFocus = (detail: AssetFocusMoved) => publish(AssetFocusMoved, detail);

export const handler = api(
  { allow: ['editor', 'admin'], input: SaveDetailsInput, status: 200, conditional: true },
  createSaveDetails({ now: Date.now, readAsset, writeDetails, announceFocus, announceEmbargo }),
);
