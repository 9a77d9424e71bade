/** The length of the newest stretch, in milliseconds; each before it is this many times as long as the one after it. */
const FIRST = 5 * 60_000;
const FACTOR = 4;

/** Cuts a time into stretches, the newest first, so that the newest lines are there at once: CloudWatch Logs tells the oldest first. */
export const windowsOf = (from: number, to: number): { from: number; to: number }[] => {
  const windows: { from: number; to: number }[] = [];
  let length = FIRST;
  let end = to;
  while (end >= from) {
    const begin = Math.max(from, end - length);
    windows.push({ from: begin, to: end });
    // Both ends of a stretch belong to it.
    end = begin - 1;
    length *= FACTOR;
  }
  return windows;
};
