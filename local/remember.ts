/** Answers what `make` made for a key before, for the `most` keys used last. What is `undefined` is not remembered. */
export const remember = <Made>(most: number, make: (key: string) => Made): ((key: string) => Made) => {
  const made = new Map<string, { value: Made; used: number }>();
  let uses = 0;
  return (key) => {
    uses += 1;
    const known = made.get(key);
    if (known) {
      // To look for the one unused for longest only when room is needed keeps the common case to this.
      known.used = uses;
      return known.value;
    }
    const value = make(key);
    if (value === undefined) return value;
    if (made.size >= most) made.delete(unusedLongest(made));
    made.set(key, { value, used: uses });
    return value;
  };
};

const unusedLongest = (made: ReadonlyMap<string, { used: number }>): string => {
  let found = '';
  let least = Number.POSITIVE_INFINITY;
  for (const [key, { used }] of made) {
    if (used >= least) continue;
    found = key;
    least = used;
  }
  return found;
};
