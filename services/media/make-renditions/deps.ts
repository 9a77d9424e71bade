import type { ContentRecord, RenditionRecord } from '../content.ts';
import type { Pixels } from '../decode.ts';
import type { Point, Size } from '../geometry.ts';
import type { Format, Rendition } from '../rendition.ts';

export type Decoding = { contentType: string; size: Size; animated: boolean };
export type Resizing = { focal: Point; source: Size; animated: boolean };

/** All that the step does to the world outside. */
export type Deps = {
  now: () => number;
  readContent: (contentId: string) => Promise<ContentRecord>;
  readOriginal: (original: { key: string; etag: string }) => Promise<Uint8Array>;
  decode: (bytes: Uint8Array, decoding: Decoding) => Promise<Pixels>;
  resize: (base: Pixels, rendition: Rendition, resizing: Resizing) => Promise<Pixels>;
  encode: (pixels: Pixels, format: Format) => Promise<Uint8Array>;
  writeMedia: (key: string, bytes: Uint8Array, contentType: string) => Promise<void>;
  /** Answers the names of those that are ready and were therefore not started, none of the others being started then. */
  startRenditions: (contentId: string, records: readonly RenditionRecord[]) => Promise<string[]>;
  recordReady: (contentId: string, records: readonly RenditionRecord[]) => Promise<void>;
  recordFailure: (contentId: string, record: RenditionRecord) => Promise<void>;
};
