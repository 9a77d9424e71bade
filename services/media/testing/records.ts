import type { Asset } from '../asset.ts';
import type { Content, RenditionRecord } from '../content.ts';

export const anAsset = (changed: Partial<Asset> = {}): Asset => ({
  assetId: '6d1f6c2e-3f0b-4a53-9a52-2a5f8f3c9b10',
  state: 'incomplete',
  fileName: 'a.jpg',
  declaredType: 'image/jpeg',
  correlationId: '0d9c7a4e-52a1-4e2b-8f5d-6b0d2a7c1e90',
  createdBy: 'ada',
  folder: '',
  tags: [],
  alt: {},
  version: 1,
  createdAt: '2026-03-01T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
  contentId: 'c0ffee',
  manifestKey: 'media/c0ffee/manifest-1.json',
  ...changed,
});

export const aContent = (changed: Partial<Content> = {}): Content => ({
  contentId: 'c0ffee',
  contentHash: 'c0ffee',
  contentType: 'image/jpeg',
  bytes: 1000,
  width: 640,
  height: 480,
  hasAlpha: false,
  frames: 1,
  thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
  colours: ['#102030'],
  focalPoint: { x: 50, y: 50 },
  renditions: ['frame-320.avif', 'frame-320.webp', 'frame-320.jpg'],
  ...changed,
});

/** One ready, one failed; the third has no record yet. */
export const someRecords = (): RenditionRecord[] => [
  {
    name: 'frame-320.avif',
    state: 'ready',
    attempts: 1,
    key: 'media/c0ffee/frame-320.avif',
    contentType: 'image/avif',
    bytes: 10,
    width: 320,
    height: 240,
  },
  { name: 'frame-320.webp', state: 'failed', attempts: 2, reason: { code: 'encoding-failed', message: 'No.' } },
];
