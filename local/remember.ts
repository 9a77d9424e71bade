/** Answers what `make` made for a key before, for the `most` keys used last. What is `undefined` is not remembered. */
export const remember = <Made>(most: number, make: (key: string) => Made): ((key: string) => Made) => {
  const made = new Map<string, Made>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    if (value === undefined) return value;
    // Set anew, because a Map keeps the order of setting: the first is the one unused for longest.
    made.delete(key);
    made.set(key, value);
    const [oldest] = made.size > most ? made.keys() : [];
    if (oldest !== undefined) made.delete(oldest);
    return value;
  };
};
