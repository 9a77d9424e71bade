import type { BusEvent } from './event.ts';
import { type BusRule, isPlain, mayMatch } from './rules.ts';

/** Events of one source and type. */
export type KindCount = { source: string; detailType: string; count: number; chosen: number; rules: string[] };

export type ReplayPlan = {
  /** The time that is replayed, in whole seconds as EventBridge keeps an event's time. */
  from: number;
  to: number;
  /** What the time holds, the most frequent first; `rules` are those chosen that may take it. */
  kinds: KindCount[];
  /** Events that reach a chosen rule though nobody chose them. */
  besides: number;
  delivered: number;
};

const SECOND = 1000;

/** The shortest time that holds all of these events. Undefined where there are none. */
export const spanOf = (events: readonly Pick<BusEvent, 'time'>[]): { from: number; to: number } | undefined => {
  if (events.length === 0) return undefined;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { time } of events) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  const start = Math.floor(from / SECOND) * SECOND;
  // The archive takes an end that is after the beginning, and an event's own second belongs to the time.
  return { from: start, to: Math.max(start, Math.floor(to / SECOND) * SECOND) + SECOND };
};

/** Whether the archive has an event: it keeps Marquee's own, once, and not what a replay brings again. */
export const isArchived = ({ source, replay }: Pick<BusEvent, 'source' | 'replay'>): boolean =>
  source.startsWith('marquee.') && replay === undefined;

/** The first of each event: a line that was delivered twice is still one event. */
const once = (events: readonly BusEvent[]): BusEvent[] => {
  const seen = new Map<string, BusEvent>();
  for (const event of events) if (!seen.has(event.id)) seen.set(event.id, event);
  return [...seen.values()];
};

/** Works out what a replay of a time to some rules brings: what was chosen, and what else lies in that time. */
export const planReplay = (
  span: { from: number; to: number },
  logged: readonly BusEvent[],
  chosen: ReadonlySet<string>,
  rules: readonly BusRule[],
): ReplayPlan => {
  const kinds = new Map<string, KindCount>();
  let besides = 0;
  let delivered = 0;
  const within = once(logged).filter((event) => isArchived(event) && event.time >= span.from && event.time <= span.to);
  for (const event of within) {
    const key = `${event.source} ${event.detailType}`;
    const kind = kinds.get(key) ?? {
      ...{ source: event.source, detailType: event.detailType, count: 0, chosen: 0 },
      rules: rules
        .filter(({ pattern }) => mayMatch(pattern, event))
        .map(({ name, pattern }) => (isPlain(pattern) ? name : `${name}, where its pattern takes it`)),
    };
    const isChosen = chosen.has(event.id);
    kind.count += 1;
    if (isChosen) kind.chosen += 1;
    kinds.set(key, kind);
    if (kind.rules.length === 0) continue;
    delivered += 1;
    if (!isChosen) besides += 1;
  }
  return { ...span, besides, delivered, kinds: [...kinds.values()].sort((one, other) => other.count - one.count) };
};

/** `Replay-dev-20261123-140209-x7k2`: the console's roles may start replays of such names alone. */
export const replayName = (stage: string, now: Date, random: () => number = Math.random): string => {
  const [day = '', time = ''] = now.toISOString().replace(/[-:]/g, '').split(/[T.]/);
  return `Replay-${stage}-${day}-${time}-${Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;
};
