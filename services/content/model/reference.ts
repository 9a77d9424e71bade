import * as z from 'zod';
import { Line } from './text.ts';

/** Identifies an item for good; chosen by whoever makes it, so that a launch can live in files. */
export const ItemId = z
  .string()
  .regex(/^[a-z0-9](-?[a-z0-9]){0,79}$/, 'expected 1 to 80 lower-case letters, digits and single hyphens');

/** Another item. */
export const Reference = z.strictObject({ ref: ItemId }).meta({ editor: 'reference' });
export type Reference = z.infer<typeof Reference>;

/**
 * A picture or film of the library, and what is to be seen for those who do not see it. `fallback` says what to show while it is
 * not ready: another asset, or `none` for nothing.
 */
export const AssetReference = z
  .strictObject({
    asset: z.uuid('expected the id of an asset, as GET /assets lists them'),
    alt: Line,
    fallback: z.union([z.uuid(), z.literal('none')], 'expected the id of another asset, or none').optional(),
  })
  .meta({ editor: 'asset' });
export type AssetReference = z.infer<typeof AssetReference>;

/** An address on another site or, from `/`, on this one. */
export const Url = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/[^\s"'<>]+|\/(?!\/)[^\s"'<>]*)$/, 'expected an address that begins with https:// or /')
  .meta({ editor: 'url' });

/** A reference found in an item's data, with the field that holds it. */
export type Found =
  | { kind: 'item'; field: string; id: string }
  | { kind: 'asset'; field: string; id: string; fallback?: string };

/** Every reference in an item's data, in the order of its fields. */
export const referencesIn = (data: unknown, field = ''): Found[] => {
  if (typeof data !== 'object' || data === null) return [];
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const { ref, asset, fallback } = data as { ref?: unknown; asset?: unknown; fallback?: unknown };
  if (typeof ref === 'string') return [{ kind: 'item', field: at('ref'), id: ref }];
  if (typeof asset === 'string') {
    return [{ kind: 'asset', field: at('asset'), id: asset, ...(typeof fallback === 'string' ? { fallback } : {}) }];
  }
  return Object.entries(data).flatMap(([name, value]) => referencesIn(value, at(name)));
};
