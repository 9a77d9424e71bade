/**
 * The proxy's half of how calls and answers cross between the page and its proxy: JSON, in which a time is
 * `{ "$date": milliseconds }` and bytes are `{ "$bytes": base64 }`. The page's half is `web/ops/aws/wire.ts`; a test checks
 * the one against the other.
 */
export const toWire = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(toWire);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toWire(member)]));
  return value;
};

/** A reviver for `JSON.parse`. */
export const fromWire = (_name: string, value: unknown): unknown => {
  const [[name, inner] = [], ...more] = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  if (more.length > 0) return value;
  if (name === '$date' && typeof inner === 'number') return new Date(inner);
  if (name === '$bytes' && typeof inner === 'string') return new Uint8Array(Buffer.from(inner, 'base64'));
  return value;
};
