import { invalidArgument, listed } from './state.ts';

/** Items of a page where the call names no number, and the most that it may name. */
const USUAL = 100;

export type PageInput = { Marker?: unknown; MaxItems?: unknown };

/** A page of items behind the one that `Marker` names. Throws `InvalidArgument`. */
export const pageOf = <Item>(
  items: readonly Item[],
  { Marker = '', MaxItems = USUAL }: PageInput,
  keyOf: (item: Item) => string,
) => {
  const most = Number(MaxItems);
  if (!Number.isInteger(most) || most < 1 || most > USUAL)
    throw invalidArgument(`MaxItems must be between 1 and ${USUAL}.`);
  const marker = String(Marker);
  const at = items.findIndex((item) => keyOf(item) === marker);
  if (marker !== '' && at < 0) throw invalidArgument('Marker is not one of this list.');
  const page = items.slice(at + 1, at + 1 + most);
  const last = page.at(-1);
  const more = last !== undefined && at + 1 + most < items.length;
  return {
    Marker: marker,
    MaxItems: most,
    IsTruncated: more,
    ...listed(page),
    ...(more ? { NextMarker: keyOf(last) } : {}),
  };
};
