import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import { EDGE_WORDS } from './grants.ts';
import { KIND_WORDS } from './node-words.ts';
import type { MapEdge, MapNode, SystemMap } from './system-map.ts';

type Beside = { edge: MapEdge; node: MapNode };

const besides = ({ nodes, edges }: SystemMap, id: string, side: 'from' | 'to'): Beside[] => {
  const other = side === 'from' ? 'to' : 'from';
  return edges
    .filter((edge) => edge[side] === id)
    .flatMap((edge) => {
      const node = nodes.find((each) => each.id === edge[other]);
      return node ? [{ edge, node }] : [];
    })
    .toSorted(
      (one, next) => one.edge.kind.localeCompare(next.edge.kind) || one.node.name.localeCompare(next.node.name),
    );
};

/** Who uses a part, and what it uses, from the templates: routes, rules, mappings and the grants of roles. */
export const Neighbours = ({ map, node }: { map: SystemMap; node: MapNode }) => (
  <div className="neighbours">
    <Side title="What uses it" none="Nothing of the stage uses it." list={besides(map, node.id, 'to')} word="in" />
    <Side
      title="What it uses"
      none="It uses nothing else of the stage."
      list={besides(map, node.id, 'from')}
      word="out"
    />
  </div>
);

const Side = ({
  title,
  none,
  list,
  word,
}: {
  title: string;
  none: string;
  list: readonly Beside[];
  word: 'in' | 'out';
}) => (
  <section className="panel" aria-label={title}>
    <div className="panel-head">
      <h2>{title}</h2>
      <span className="muted small num">{list.length || ''}</span>
    </div>
    {list.length === 0 && <p className="pad muted sm">{none}</p>}
    <ul>
      {list.map(({ edge, node }) => (
        <li key={`${edge.from} ${edge.to} ${edge.kind}`}>
          <Icon name={KIND_WORDS[node.kind].icon} />
          <span className="muted">{EDGE_WORDS[edge.kind][word]}</span>
          <Link href={serviceHref(node.key)}>{node.name}</Link>
          {edge.says && <code className="muted clip">{edge.says}</code>}
        </li>
      ))}
    </ul>
  </section>
);
