/** A JSON object of a definition whose shape nobody has vouched for. */
export type Loose = Readonly<Record<string, unknown>>;

/** What is an object, and an empty one for anything else. */
export const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};

/** The objects of a list, and none for anything else. */
export const listOf = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(looseOf) : []);

/** What is text, and nothing for anything else. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The first states of a definition, of a Map's processor or of a Parallel's branch. */
export type Block = { start: string | undefined; states: readonly [string, Loose][] };

/** Reads a block; what is none has no states. */
export const blockOf = (value: unknown): Block => {
  const { StartAt, States } = looseOf(value);
  const states = Object.entries(looseOf(States)).map(([name, state]): [string, Loose] => [name, looseOf(state)]);
  return { start: textOf(StartAt), states };
};

/** Reads a whole definition. One state alone, as `TestState` takes it, stands for a definition of that state; what is no JSON is an empty one. */
export const readDefinition = (text: string): Block => {
  try {
    const read = looseOf(JSON.parse(text));
    if (read.States === undefined && typeof read.Type === 'string') {
      return { start: read.Type, states: [[read.Type, { ...read, Next: undefined, End: true }]] };
    }
    return blockOf(read);
  } catch {
    return { start: undefined, states: [] };
  }
};
