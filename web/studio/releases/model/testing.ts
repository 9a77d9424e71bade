import type { Release, ReleaseWindow } from '../../api/releases.ts';

/** A window that opens in Britain on the evening of 4 December 2026, but for what a test says. */
export const windowOf = (more: Partial<ReleaseWindow>): ReleaseWindow => ({
  windowId: 'w',
  territories: ['GB'],
  at: '2026-12-04T20:00',
  zone: 'Europe/London',
  instant: '2026-12-04T20:00:00.000Z',
  state: 'waiting',
  ...more,
});

/** A draft without anything in it, but for what a test says. */
export const releaseOf = (more: Partial<Release>): Release => ({
  releaseId: 'r',
  name: 'Premiere',
  version: 1,
  state: 'draft',
  items: [],
  assets: [],
  windows: [],
  createdBy: 'editor',
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedBy: 'editor',
  updatedAt: '2026-11-20T00:00:00.000Z',
  correlationId: 'c',
  ...more,
});
