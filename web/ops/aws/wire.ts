/**
 * How calls and answers cross between the page and its proxy: JSON, in which a time is `{ "$date": milliseconds }` and
 * bytes are `{ "$bytes": base64 }`. No shape of AWS has members of these names.
 */
const isLone = (value: object, name: string): boolean => Object.keys(value).length === 1 && name in value;

/** What `JSON.stringify` writes of a value. */
export const toWire = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: btoa(String.fromCharCode(...value)) };
  if (Array.isArray(value)) return value.map(toWire);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toWire(member)]));
  return value;
};

/** A reviver for `JSON.parse`. */
export const fromWire = (_name: string, value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (isLone(value, '$date') && typeof (value as { $date: unknown }).$date === 'number')
    return new Date((value as { $date: number }).$date);
  if (isLone(value, '$bytes') && typeof (value as { $bytes: unknown }).$bytes === 'string')
    return Uint8Array.from(atob((value as { $bytes: string }).$bytes), (letter) => letter.charCodeAt(0));
  return value;
};
