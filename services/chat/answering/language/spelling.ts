/** How many letters two words differ by, of neighbours swapped, left out, put in or replaced; more than `most` is `most + 1`. */
export const distance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const value = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + cost,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return above[other.length] ?? most + 1;
};

/** What a word sounds like, roughly, in English and Spanish alike: vowels are one, twins are one, letters of one sound are one. */
export const soundOf = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/(?:ck|qu|[cq])(?=[aou]|$|[^aeiouyh])|ck|qu/g, 'k')
    .replace(/(?:sc|c)(?=[eiy])/g, 's')
    .replace(/(?:tch|sh|ch)/g, 'x')
    .replace(/^(?:kn|gn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^wh/, 'w')
    .replace(/gh(?=t|$)/g, '')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/z/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/a$/, '');

/** Letters that a word may be off by. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : length < 11 ? 2 : 3);

type Candidate = { word: string; sound: string; rank: number };

export type Speller = (word: string) => { word: string; sure: number } | undefined;

/** Least letters of a word that is put right. */
const SHORTEST = 4;

/**
 * Puts words right against a vocabulary; the lists come in their order of preference. A word that stands in one is left alone.
 * What sounds the same may be off by one letter more.
 */
export const createSpeller = (lists: readonly Iterable<string>[]): Speller => {
  const known = new Set<string>();
  const byLength = new Map<number, Candidate[]>();
  for (const [rank, list] of lists.entries()) {
    for (const word of list) {
      if (known.has(word)) continue;
      known.add(word);
      if (word.length < SHORTEST - 1 || /\d/.test(word)) continue;
      const candidates = byLength.get(word.length) ?? [];
      candidates.push({ word, sound: soundOf(word), rank });
      byLength.set(word.length, candidates);
    }
  }
  const remembered = new Map<string, ReturnType<Speller>>();
  const look = (word: string): ReturnType<Speller> => {
    const sound = soundOf(word);
    const most = allowed(word.length);
    let best: { word: string; cost: number } | undefined;
    for (let length = word.length - most - 1; length <= word.length + most + 1; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        const alike = candidate.sound === sound && sound.length > 1;
        const limit = alike ? most + 1 : Math.min(most, allowed(candidate.word.length));
        if (limit === 0) continue;
        const off = distance(word, candidate.word, limit);
        if (off > limit) continue;
        const cost = off - (alike ? 0.8 : 0) + (candidate.word[0] === word[0] ? 0 : 0.6) + candidate.rank * 0.15;
        if (!best || cost < best.cost) best = { word: candidate.word, cost };
      }
    }
    return best && { word: best.word, sure: Math.max(0.7, 0.95 - 0.08 * Math.max(0, best.cost)) };
  };
  return (word) => {
    if (known.has(word) || word.length < SHORTEST || word.length > 24 || /\d/.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    if (remembered.size > MOST_REMEMBERED) remembered.clear();
    const found = look(word);
    remembered.set(word, found);
    return found;
  };
};

const MOST_REMEMBERED = 2_000;
