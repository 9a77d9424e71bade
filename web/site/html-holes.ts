/** Where a template's hole stands: in text, within a tag, in a quoted attribute, or in an attribute that is an address. */
export type Hole = 'text' | 'tag' | 'attribute' | 'url';

/** Attributes whose value a browser follows. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'cite', 'data', 'xlink:href', 'ping']);

/** Elements whose text is not text: a value in them would be code. */
const RAW = /^(script|style|template|noscript|iframe|textarea|title|xmp|plaintext)$/;

/** `title` and `textarea` hold text in which only references are read, so an escaped value is safe there. */
const ESCAPABLE = /^(title|textarea)$/;

type State = { in: 'text' } | { in: 'tag'; name: string } | { in: 'value'; name: string; attribute: string };

const known = new WeakMap<readonly string[], readonly Hole[]>();

/** Reads the fixed parts of a template and says where each hole between them stands. Throws where none may be. */
export const holesOf = (parts: readonly string[]): readonly Hole[] => {
  const before = known.get(parts);
  if (before) return before;
  let state: State = { in: 'text' };
  let raw = '';
  const holes: Hole[] = [];
  for (const [index, part] of parts.entries()) {
    ({ state, raw } = read(part, state, raw));
    if (index === parts.length - 1) break;
    if (raw) throw new TypeError(`A template has a value within <${raw}>.`);
    holes.push(holeIn(state, part));
  }
  if (state.in !== 'text') throw new TypeError(`A template ends within <${state.name}>.`);
  known.set(parts, holes);
  return holes;
};

const holeIn = (state: State, part: string): Hole => {
  if (state.in === 'text') return 'text';
  if (state.in === 'value') return holeOfAttribute(state.name, state.attribute);
  if (/=\s*$/.test(part)) throw new TypeError(`A value in <${state.name}> has no quotes.`);
  return 'tag';
};

/** Reads one fixed part from the state in which the one before it ended. */
const read = (part: string, from: State, rawBefore: string): { state: State; raw: string } => {
  let state = from;
  let raw = rawBefore;
  let rest = part;
  while (rest !== '') {
    if (state.in === 'value') {
      const end = rest.indexOf('"');
      if (end < 0) break;
      rest = rest.slice(end + 1);
      state = { in: 'tag', name: state.name };
    } else if (state.in === 'tag') {
      const found: RegExpExecArray | null = /^[^>"=']*?(?:([^\s>"'=/]+)\s*=\s*"|(>))/.exec(rest);
      if (!found) {
        if (/["']/.test(rest)) throw new TypeError(`<${state.name}> has an attribute without double quotes.`);
        break;
      }
      rest = rest.slice(found[0].length);
      if (found[2]) {
        raw = RAW.test(state.name) && !ESCAPABLE.test(state.name) ? state.name : raw;
        if (state.name === `/${raw}`) raw = '';
        state = { in: 'text' };
      } else state = { in: 'value', name: state.name, attribute: found[1] ?? '' };
    } else {
      const found = /<(\/?[a-zA-Z][a-zA-Z0-9-]*)/.exec(rest);
      if (!found) break;
      rest = rest.slice(found.index + found[0].length);
      state = { in: 'tag', name: (found[1] ?? '').toLowerCase() };
    }
  }
  return { state, raw };
};

/** How the value of an attribute is escaped. Throws for one that is script or style, or no attribute's name. */
export const holeOfAttribute = (tag: string, attribute: string): Hole => {
  const name = attribute.toLowerCase();
  if (!/^[a-z][a-z0-9:-]*$/.test(name)) throw new TypeError(`<${tag}> has an attribute called ${attribute}.`);
  if (/^on|^style$|^srcdoc$/.test(name)) throw new TypeError(`<${tag} ${name}> would be script or style in the page.`);
  return ADDRESSES.has(name) ? 'url' : 'attribute';
};
