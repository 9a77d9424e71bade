import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { transaction } from '../database.ts';
import type { Archive, Archives } from './archives/archives.ts';
import type { Deliveries } from './deliveries.ts';
import { type Event, eventTime } from './event.ts';
import type { Rule } from './rule.ts';
import type { Rules } from './rules.ts';

/** An event on its way to a bus; `time` in milliseconds since the epoch. */
export type AcceptedEvent = {
  id?: string;
  bus: string;
  source: string;
  detailType: string;
  detail: unknown;
  resources: string[];
  time: number;
};

/** Where an event goes: to a bus, or to some of its rules only. */
export type Route = {
  bus: string;
  /** ARNs of the rules that may get it; every rule of the bus where left out. */
  only?: readonly string[];
  /** Whether it comes from another bus: then it goes to no third. */
  forwarded?: boolean;
};

type Routed = { event: Event; to: Route };

/** A routed event with the rules that match it and the archives that keep it. */
type Found = Routed & { matching: readonly Rule[]; kept: readonly Archive[] };

const isIdle = ({ matching, kept }: Found): boolean => matching.length === 0 && kept.length === 0;

type Options = {
  database: DatabaseSync;
  accountId: string;
  region: string;
  rules: Rules;
  archives: Archives;
  deliveries: Deliveries;
  /** Told of every event with the rules that it matched, after it is kept. */
  onEvent?: (event: Event, bus: string, ruleArns: readonly string[]) => void;
};

/** Takes events in: what matches is kept, in the archives and for the targets, and then delivered. */
export class Intake {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Events of one request, all kept or none. */
  accept(events: readonly AcceptedEvent[]): void {
    this.route(events.map((event) => ({ event: this.#eventOf(event), to: { bus: event.bus } })));
  }

  /** Events that have their whole shape already. */
  route(routed: readonly Routed[]): void {
    const found = routed.map((each) => this.#find(each));
    if (found.every(isIdle)) this.#tell(found);
    else transaction(this.#options.database, () => this.#keep(found))();
  }

  /** As `route`, within the caller's transaction; answers what starts the deliveries once that is committed. */
  keep(routed: readonly Routed[]): () => void {
    return this.#keep(routed.map((each) => this.#find(each)));
  }

  #find({ event, to }: Routed): Found {
    const { rules, archives } = this.#options;
    const matching = rules.rulesOf(to.bus).filter((rule) => matches(rule, event, to));
    const kept = event['replay-name'] === undefined ? archives.wanting(event, rules.busArn(to.bus)) : [];
    return { event, to, matching, kept };
  }

  #keep(found: readonly Found[]): () => void {
    const { archives, deliveries } = this.#options;
    for (const { event, kept } of found) archives.keep(event, kept);
    const start = deliveries.keep(
      found.flatMap(({ event, to, matching }) => matching.flatMap((rule) => targetsOf(rule, event, to))),
    );
    return () => {
      start();
      this.#tell(found);
    };
  }

  #tell(found: readonly Found[]): void {
    for (const { event, to, matching } of found) {
      const arns = matching.map(({ arn }) => arn);
      this.#options.onEvent?.(event, to.bus, arns);
    }
  }

  /** A rule's schedule is due: its targets, and no others, get an event of EventBridge itself. */
  tick(rule: Rule, at: number): void {
    const event = this.#eventOf({
      ...{ bus: rule.bus, source: 'aws.events', detailType: 'Scheduled Event' },
      ...{ detail: {}, resources: [rule.arn], time: at },
    });
    const { database, deliveries, onEvent } = this.#options;
    transaction(database, () => deliveries.keep(targetsOf(rule, event, { bus: rule.bus })))();
    onEvent?.(event, rule.bus, [rule.arn]);
  }

  #eventOf({ id = randomUUID(), source, detailType, detail, resources, time }: AcceptedEvent): Event {
    const { accountId: account, region } = this.#options;
    return {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account,
      time: eventTime(time),
      region,
      resources,
      detail,
    };
  }
}

const matches = ({ enabled, pattern, arn }: Rule, event: Event, { only }: Route): boolean =>
  enabled && (only === undefined || only.includes(arn)) && pattern?.(event) === true;

/** An event goes from one bus to another once: EventBridge hands nothing on to a third. */
const targetsOf = (rule: Rule, event: Event, { forwarded }: Route) =>
  rule.targets
    .filter(({ Arn }) => !(forwarded && Arn.split(':')[2] === 'events'))
    .map((target) => ({ rule, target, event }));
