import { type Block, blockOf, type Loose, listOf, looseOf, readDefinition, textOf } from './asl.ts';
import { choiceWords } from './choice-words.ts';
import { detailOf } from './detail.ts';
import type { DefinitionGraph, GraphEdge, GraphNode } from './graph.ts';
import { hashOf } from './hash.ts';
import { short } from './words.ts';

/** The path of the ring where a definition starts; no state's path begins with a slash. */
export const START = '/start';

/** Whether the graph added a node that is no state. */
export const isAdded = ({ type }: GraphNode): boolean => type === 'Start' || type === 'End' || type === 'Branch';

type Way = { to: string; kind: GraphEdge['kind']; label?: string };

/** Several errors by name, or where that is too long by the first and how many more. */
const errorsLabel = (labels: readonly string[]): string => {
  const errors = [...new Set(labels.flatMap((label) => label.split(', ')))];
  const [first = '', ...more] = errors;
  const all = errors.join(', ');
  return short(all) === all || more.length === 0 ? short(all) : `${short(first)} +${more.length}`;
};

class Builder {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, GraphEdge>();

  add(node: GraphNode): void {
    this.nodes.set(node.path, node);
  }

  /** Two rules that lead to the same state are one edge with both conditions. */
  connect(from: string, { to, kind, label }: Way): void {
    const id = JSON.stringify([from, to, kind === 'catch' ? 'catch' : 'next']);
    const former = this.edges.get(id);
    const labels = [former?.label, label].filter((each) => each !== undefined);
    const said = kind === 'catch' ? errorsLabel(labels) : short(labels.join(' or '));
    const edge: GraphEdge = { id, from, to, kind: former?.kind ?? kind };
    this.edges.set(id, labels.length > 0 ? { ...edge, label: said } : edge);
  }
}

/** AWS's own errors keep their prefix; of a service's, the name alone can be searched as well. */
const errorName = (error: string): string =>
  /^(States|Lambda|Sandbox)\./.test(error) ? error : error.slice(error.lastIndexOf('.') + 1);

const waysOf = (state: Loose): Way[] => {
  const rules = listOf(state.Choices);
  const words = choiceWords(rules);
  const choices = rules.flatMap(({ Next }, index): Way[] => {
    const to = textOf(Next);
    return to === undefined ? [] : [{ to, kind: 'choice', label: words[index] ?? '' }];
  });
  const next = textOf(state.Next);
  const fallback = textOf(state.Default);
  const catches = listOf(state.Catch).flatMap(({ Next, ErrorEquals }): Way[] => {
    const to = textOf(Next);
    const errors = Array.isArray(ErrorEquals) ? ErrorEquals.map((error) => errorName(String(error))).join(', ') : '';
    return to === undefined ? [] : [{ to, kind: 'catch', label: errors === '' ? 'any error' : errors }];
  });
  return [
    ...choices,
    ...(fallback === undefined ? [] : [{ to: fallback, kind: 'default' as const, label: 'otherwise' }]),
    ...(next === undefined ? [] : [{ to: next, kind: 'next' as const }]),
    ...catches,
  ];
};

/** Draws the states of a block below `prefix`, and those within them. */
const addBlock = (
  builder: Builder,
  { states }: Block,
  prefix: string,
  parent: string | undefined,
): Map<string, string> => {
  const around = parent === undefined ? {} : { parent };
  const paths = new Map(states.map(([name]) => [name, `${prefix}${name}`]));
  const pathTo = (name: string): string => {
    const known = paths.get(name);
    if (known !== undefined) return known;
    const path = `${prefix}${name}`;
    paths.set(name, path);
    builder.add({ path, name, type: 'Missing', detail: 'there is no such state', ...around });
    return path;
  };
  for (const [name, state] of states) {
    const path = `${prefix}${name}`;
    const type = textOf(state.Type) ?? 'Unknown';
    builder.add({ path, name, type, detail: detailOf(type, state), ...around });
    addWithin(builder, path, type, state);
  }
  for (const [name, state] of states) {
    for (const way of waysOf(state)) builder.connect(`${prefix}${name}`, { ...way, to: pathTo(way.to) });
  }
  return paths;
};

const addWithin = (builder: Builder, path: string, type: string, state: Loose): void => {
  if (type === 'Map') addBlock(builder, blockOf(state.ItemProcessor ?? state.Iterator), `${path}/`, path);
  if (type !== 'Parallel') return;
  const branches = listOf(state.Branches);
  for (const [index, branch] of branches.entries()) {
    // As histories have it: one branch alone needs no number, so it is set apart by what no path has at its end.
    const within = branches.length > 1 ? `${path}/${index}` : `${path}/`;
    builder.add({ path: within, name: `Branch ${index + 1}`, type: 'Branch', detail: '', parent: path });
    addBlock(builder, blockOf(branch), branches.length > 1 ? `${within}/` : within, within);
  }
};

const isEnd = (state: Loose): boolean => state.End === true;

/** The graph of a definition in the Amazon States Language. Never throws: an unknown type is a node, a target that is missing gets one, and what is no definition is a start alone. */
export const graphOf = (definitionText: string): DefinitionGraph => {
  const builder = new Builder();
  const block = readDefinition(definitionText);
  builder.add({ path: START, name: 'Start', type: 'Start', detail: '' });
  if (block.start !== undefined) builder.connect(START, { to: block.start, kind: 'next' });
  const paths = addBlock(builder, block, '', undefined);
  if (block.start !== undefined && !paths.has(block.start)) {
    builder.add({ path: block.start, name: block.start, type: 'Missing', detail: 'there is no such state' });
  }
  for (const [name, state] of block.states) {
    if (!isEnd(state)) continue;
    const path = `/end/${name}`;
    builder.add({ path, name: 'End', type: 'End', detail: '' });
    builder.connect(name, { to: path, kind: 'next' });
  }
  const nodes = [...builder.nodes.values()];
  const edges = [...builder.edges.values()];
  const drawn = [
    nodes.map(({ path, name, type, parent }) => [path, name, type, parent]),
    edges.map(({ from, to, kind, label }) => [from, to, kind, label]),
  ];
  return { nodes, edges, hash: hashOf(JSON.stringify(drawn)) };
};

/** Where the states of a definition stand in its text, for showing one alone. */
export const stateIn = (definitionText: string, path: string): unknown => {
  const find = ({ states }: Block, prefix: string): unknown => {
    for (const [name, state] of states) {
      const own = `${prefix}${name}`;
      if (own === path) return state;
      if (!path.startsWith(`${own}/`)) continue;
      const branches = listOf(state.Branches);
      const blocks = branches.map(
        (branch, index) => [branch, branches.length > 1 ? `${own}/${index}/` : `${own}/`] as const,
      );
      const processor = looseOf(state.ItemProcessor ?? state.Iterator);
      for (const [inner, within] of [...blocks, [processor, `${own}/`] as const]) {
        const found = find(blockOf(inner), within);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return find(readDefinition(definitionText), '');
};
