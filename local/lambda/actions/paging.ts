import { between, check, optional } from '../../aws/constraints.ts';

/** One page of what has a key, in order of that; `NextMarker` names the last of it where there are more. */
export const pageOf = <T>(
  all: readonly T[],
  keyOf: (each: T) => string,
  { Marker, MaxItems }: { Marker?: string; MaxItems?: number },
  most: number,
): { page: T[]; NextMarker?: string } => {
  check(optional('maxItems', MaxItems, [between(1, 10_000)]));
  const from = Marker === undefined || Marker === '' ? '' : Buffer.from(Marker, 'base64url').toString();
  const rest = all.filter((each) => keyOf(each) > from).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const page = rest.slice(0, Math.min(most, Number(MaxItems ?? most)));
  const last = page.at(-1);
  if (last === undefined || page.length === rest.length) return { page };
  return { page, NextMarker: Buffer.from(keyOf(last)).toString('base64url') };
};
