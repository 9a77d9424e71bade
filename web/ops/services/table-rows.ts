import type { Steps } from './measures.ts';
import { KIND_WORDS } from './node-words.ts';
import type { MapNode, NodeKind } from './system-map.ts';
import { failuresOf, healthOf, NO_TRAFFIC, rateOf, type Traffic } from './traffic.ts';

export type ServiceRow = { node: MapNode; traffic: Traffic; rate: number | undefined };

export const SORTS = ['name', 'kind', 'domain', 'rate', 'errors', 'p50', 'p99', 'concurrent'] as const;
export type Sort = (typeof SORTS)[number];

/** What fails first, then what works most. */
const WORST = { failed: 0, retried: 1, succeeded: 2, waiting: 3 } as const;

const sortedBy = ({ node, traffic, rate }: ServiceRow, sort: Sort): string | number => {
  switch (sort) {
    case 'name':
      return node.name;
    case 'kind':
      return KIND_WORDS[node.kind].one;
    case 'domain':
      return node.domain;
    case 'rate':
      return -(rate ?? -1);
    case 'errors':
      return -(failuresOf(traffic) || (traffic.totals.depth ?? 0));
    default:
      return -(traffic.totals[sort] ?? -1);
  }
};

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'string' ? one.localeCompare(String(other)) : one - Number(other);

export type RowChoice = {
  search: string;
  kind?: NodeKind;
  domain?: string;
  failing: boolean;
  sort?: Sort;
  reverse: boolean;
};

const fits = ({ name, physicalId, says, domain, kind }: MapNode, search: string): boolean =>
  [name, physicalId, domain, KIND_WORDS[kind].one, ...says].some((text) => text.toLowerCase().includes(search));

/** The parts as rows: those that are chosen, in the order that is; without one, what fails first. */
export const rowsOf = (
  nodes: readonly MapNode[],
  observed: { steps: Steps; traffic: ReadonlyMap<string, Traffic> } | undefined,
  { search, kind, domain, failing, sort, reverse }: RowChoice,
): ServiceRow[] => {
  const wanted = search.trim().toLowerCase();
  const rows = nodes
    .filter((node) => (!kind || node.kind === kind) && (!domain || node.domain === domain) && fits(node, wanted))
    .map((node) => {
      const traffic = observed?.traffic.get(node.id) ?? NO_TRAFFIC;
      return { node, traffic, rate: observed && rateOf(traffic, observed.steps) };
    })
    .filter(({ traffic }) => !failing || healthOf(traffic) === 'failed');
  const sorted = rows.toSorted((one, other) => {
    if (sort)
      return compare(sortedBy(one, sort), sortedBy(other, sort)) || one.node.name.localeCompare(other.node.name);
    return (
      WORST[healthOf(one.traffic)] - WORST[healthOf(other.traffic)] ||
      (other.rate ?? 0) - (one.rate ?? 0) ||
      one.node.name.localeCompare(other.node.name)
    );
  });
  return reverse ? sorted.reverse() : sorted;
};
