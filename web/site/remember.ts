/**
 * A function that remembers what it answered, up to `most` answers; then it forgets all of them. For what is asked again on every
 * page of a site and takes long to find out.
 */
export const remember = <Answer>(most: number, find: (key: string) => Answer): ((key: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const answer = find(key);
    known.set(key, answer);
    return answer;
  };
};
