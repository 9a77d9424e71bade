import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusIcon } from '@marquee/ui/status.tsx';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import { EDGE_WORDS } from './grants.ts';
import { KIND_WORDS } from './node-words.ts';
import { type Card, type Line, pathOf, placeMap, widthOf } from './place-map.ts';
import { errorWords, latencyWords, trafficWords } from './rate-words.ts';
import { Spark } from './spark.tsx';
import type { SystemMap } from './system-map.ts';
import { healthOf, NO_TRAFFIC, sumOf, type Traffic } from './traffic.ts';
import type { Observed } from './use-traffic.ts';

const KEPT = 'marquee-ops-open-groups';

const keptGroups = (): ReadonlySet<string> => new Set(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as string[]);

/** The card itself, or the open group that it stands in. */
const isOf = ({ id, group }: Card, at: string | undefined): boolean => at !== undefined && (id === at || group === at);

/** How a card is about the one that is looked at. */
const standingOf = (card: Card, at: string | undefined, lines: readonly Line[]): string => {
  if (at === undefined) return '';
  if (card.id === at) return 'is-at';
  if (isOf(card, at)) return 'is-near';
  const isNear = lines.some(
    ({ from, to }) => (isOf(from, at) && to.id === card.id) || (isOf(to, at) && from.id === card.id),
  );
  return isNear ? 'is-near' : 'is-far';
};

/** The system as a picture, from what begins things to what keeps them; whoever is pointed at shows what it touches. */
export const ServiceMap = ({
  map,
  observed,
  isMissing,
}: {
  map: SystemMap;
  observed?: Observed;
  /** CloudWatch has refused to tell. */
  isMissing: boolean;
}) => {
  const [open, setOpen] = useState(keptGroups);
  const [at, setAt] = useState<string>();
  const { cards, lines, width, height, heads } = useMemo(() => placeMap(map, open), [map, open]);
  const toggle = (group: string): void => {
    const next = new Set(open);
    if (!next.delete(group)) next.add(group);
    sessionStorage.setItem(KEPT, JSON.stringify([...next]));
    setOpen(next);
  };
  const leave = (): void => setAt(undefined);
  return (
    <section
      className="map-canvas"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      aria-label="The system from left to right: sources, bus, workflows, functions, stores"
    >
      <div className={`map-plane ${at === undefined ? '' : 'is-lit'}`} style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {lines.map((line) => (
            <MapLine key={`${line.from.id} ${line.to.id}`} line={line} at={at} />
          ))}
        </svg>
        {heads.map(({ title, x }) => (
          <h2 key={title} className="map-head" style={{ left: x }}>
            {title}
          </h2>
        ))}
        {cards.map((card) => (
          <MapCard
            key={card.id}
            card={card}
            standing={standingOf(card, at, lines)}
            observed={observed}
            isMissing={isMissing}
            isOpen={card.isGroup && card.group !== undefined && open.has(card.group)}
            onToggle={toggle}
            onEnter={() => setAt(card.id)}
            onLeave={leave}
          />
        ))}
      </div>
    </section>
  );
};

const MapLine = ({ line, at }: { line: Line; at: string | undefined }) => {
  const { from, to, edges } = line;
  const isLit = isOf(from, at) || isOf(to, at);
  const kinds = new Set(edges.map(({ kind }) => kind));
  const only = kinds.size === 1 ? [...kinds][0] : 'several';
  return (
    <path d={pathOf(line)} className={`map-line kind-${only} ${isLit ? (isOf(from, at) ? 'is-out' : 'is-in') : ''}`} />
  );
};

const trafficFor = ({ nodes }: Card, observed: Observed | undefined): Traffic =>
  sumOf(nodes.map(({ id }) => observed?.traffic.get(id) ?? NO_TRAFFIC));

type MapCardProps = {
  card: Card;
  standing: string;
  observed: Observed | undefined;
  isMissing: boolean;
  isOpen: boolean;
  onToggle: (group: string) => void;
  onEnter: () => void;
  onLeave: () => void;
};

const MapCard = ({ card, standing, observed, isMissing, isOpen, onToggle, onEnter, onLeave }: MapCardProps) => {
  const { kind, title, nodes, group, isGroup, x, y, height } = card;
  const [node] = nodes;
  const traffic = trafficFor(card, observed);
  const health = healthOf(traffic);
  const words = observed ? trafficWords(kind, traffic, observed.steps) : isMissing ? 'no figures' : '…';
  const errors = errorWords(traffic);
  const inside = group !== undefined && !isGroup;
  return (
    <article
      className={`map-card kind-${kind} health-${health} ${inside ? 'is-inside' : ''} ${isGroup ? 'is-group' : ''} ${standing}`}
      style={{ left: x, top: y, width: widthOf(card), height }}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      onFocus={onEnter}
      onBlur={onLeave}
    >
      <div className="map-title">
        {health === 'failed' || health === 'retried' ? (
          <StatusIcon status={health} />
        ) : (
          <Icon name={KIND_WORDS[kind].icon} />
        )}
        <b className="clip">{isGroup || !node ? title : <Link href={serviceHref(node.key)}>{title}</Link>}</b>
        {isGroup && group !== undefined && (
          <>
            <span className="map-count num">{nodes.length}</span>
            <Button
              kind="quiet"
              small
              icon={isOpen ? 'minus' : 'plus'}
              aria-expanded={isOpen}
              aria-label={`${isOpen ? 'Close' : 'Open'} ${title}`}
              onPress={() => onToggle(group)}
            />
          </>
        )}
      </div>
      <div className={errors ? 'map-says bad' : 'map-says'} title={latencyWords(traffic)}>
        <span className="clip num">{errors ?? (words || `${KIND_WORDS[kind].one} of ${node?.domain ?? ''}`)}</span>
        {!inside && traffic.series.count && <Spark traffic={traffic} />}
      </div>
    </article>
  );
};

/** What the lines of the map mean; the same words stand on each part's own page. */
export const MapLegend = () => (
  <p className="map-legend muted small">
    <span className="key key-out">what it uses</span>
    <span className="key key-in">what uses it</span>
    <span className="key key-dead">{EDGE_WORDS['dead-letter'].out} a queue</span>
  </p>
);
