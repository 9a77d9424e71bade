/** What was written to the standard streams while `run` ran, to its end or to its error, one object a line. */
export const linesOf = async (run: () => Promise<unknown>): Promise<Record<string, unknown>[]> => {
  const written: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams) stream.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    await run().catch(() => undefined);
  } finally {
    for (const { stream, write } of streams) stream.write = write;
  }
  return written
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};
