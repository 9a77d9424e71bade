/** A definition over several lines, cut where the state begins and ends: whole lines each. */
export type MarkedDefinition = { before: string; state: string; after: string };

/** Finds a state in its definition by its name, which AWS wants to be used once. Without one, all is `before`. */
export const markedDefinition = (definition: string, name: string | undefined): MarkedDefinition => {
  let text = definition;
  try {
    text = JSON.stringify(JSON.parse(definition), null, 2);
  } catch {
    // shown as it is
  }
  const lines = text.split('\n');
  const opening = name === undefined ? -1 : lines.findIndex((line, index) => isState(line, lines[index + 1], name));
  if (opening < 0) return { before: text, state: '', after: '' };
  const indent = lines[opening]?.match(/^ */)?.[0] ?? '';
  const closing = lines.findIndex((line, index) => index > opening && line.startsWith(`${indent}}`));
  const piece = (from: number, to?: number) => lines.slice(from, to).join('\n');
  return { before: piece(0, opening), state: piece(opening, closing + 1), after: piece(closing + 1) };
};

/** A state's own member begins its object; nothing else has its name for a key and a `Type` or a `Comment` first. */
const isState = (line: string, next: string | undefined, name: string): boolean =>
  line.trim() === `${JSON.stringify(name)}: {` &&
  /^\s*"(Type|Comment|QueryLanguage|Resource|End|Next)"/.test(next ?? '');
