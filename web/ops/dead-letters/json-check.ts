/** Where a text stops being JSON, as editors count: lines and columns from 1. */
export type JsonFault = { line: number; column: number; says: string };

/** What is wrong with a text as JSON; undefined where nothing is. */
export const jsonFault = (text: string): JsonFault | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = /position (\d+)/.exec(message)?.[1];
    const offset = place === undefined ? text.length : Number(place);
    const before = text.slice(0, offset).split('\n');
    return {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      says: message.replace(/ \(line \d+ column \d+\)$/, '').replace(/ in JSON at position \d+$/, ''),
    };
  }
};
