const PRIME = 0x01000193;

const fnv1a = (text: string, seed: number): string => {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
};

/** A short name of a text: two runs of FNV-1a (RFC 9923) that begin apart, as 16 hexadecimal digits. For finding, not for trusting. */
export const hashOf = (text: string): string => fnv1a(text, 0x811c9dc5) + fnv1a(`\u0001${text}`, 0x2166fd4b);
