import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import { AwsError } from '../aws/error.ts';
import type { Service } from '../aws/service.ts';
import { createTagStore } from '../aws/tag-store.ts';
import type { DeliveryOutcome } from '../cloudwatch/sources/events.ts';
import { createDeclared } from '../declared.ts';
import { Archives } from './archives/archives.ts';
import { Replays } from './archives/replays.ts';
import { statementsOfBus } from './bus-policy.ts';
import { sendTo } from './dead-letters.ts';
import { Deliveries } from './deliveries.ts';
import type { Event } from './event.ts';
import { type AcceptedEvent, Intake } from './intake.ts';
import { operationsOf } from './operations.ts';
import { archiveType } from './resources/archive.ts';
import { eventBusType } from './resources/event-bus.ts';
import { eventBusPolicyType, removeStatement } from './resources/event-bus-policy.ts';
import { ruleType } from './resources/rule.ts';
import type { Rule } from './rule.ts';
import { RuleTicker } from './rule-ticker.ts';
import { Rules } from './rules.ts';
import type { EventBridge } from './state.ts';
import { createDeliver, type TargetOptions } from './targets.ts';

export type EventBridgeOptions = TargetOptions & {
  /** Told what became of each attempt to deliver. */
  onDelivery?: (rule: Rule, outcome: DeliveryOutcome) => void;
  database: DatabaseSync;
  region: string;
  /** Told of every event with the rules that it matched, after it is kept. */
  onEvent?: (event: Event, bus: string, ruleArns: readonly string[]) => void;
};

const tooManyTags = (): AwsError =>
  new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.', 400);

/** EventBridge: buses, rules, archives and deliveries that survive a crash. */
export const createEventBridge = ({ onEvent, onDelivery, cloud, principalOf, ...place }: EventBridgeOptions) => {
  const { database, clock, accountId } = place;
  const [rules, archives, tags] = [
    new Rules(place),
    new Archives(place),
    createTagStore(database, 'events_tags', tooManyTags),
  ];
  const deliver = createDeliver({ cloud, principalOf, accountId, clock });
  const deliveries = new Deliveries({
    database,
    clock,
    rules,
    deliver,
    deadLetter: sendTo(cloud, accountId),
    onDelivery,
  });
  const intake = new Intake({ ...place, rules, archives, deliveries, onEvent });
  const replays = new Replays({ database, clock, archives, intake: () => intake });
  const ticker = new RuleTicker(clock, rules, (rule, at) => intake.tick(rule, at));
  rules.onChange = (arn, rule) => ticker.changed(arn, rule);
  const bridge: EventBridge = {
    ...{ ...place, rules, tags, archives, replays },
    accept: (events) => intake.accept(events),
    hand: (event, bus) => intake.route([{ event, to: { bus, forwarded: true } }]),
  };
  const service: Service = {
    name: 'events',
    json: { targetPrefix: 'AWSEvents', version: '1.1' },
    operations: operationsOf(bridge),
    policyOf: (arn) => {
      const bus = rules.findBus(arn);
      return bus?.arn === arn ? statementsOfBus(bus) : [];
    },
  };
  const declared = createDeclared(database, 'events_declared');
  const resourceTypes: ResourceType[] = [
    ...[eventBusType(bridge, declared), eventBusPolicyType(bridge, declared)],
    ...[ruleType(bridge, declared), archiveType(bridge, declared)],
  ];
  /** Takes away what an earlier template declared and the present one does not. Archives stay, as all that holds data does. */
  const sweep = (): void => {
    const left = declared.left();
    for (const arn of left) {
      const rule = rules.byArn(arn);
      if (rule) rules.removeRule(rule.bus, rule.name);
      if (arn.includes('|')) removeStatement(rules, arn);
    }
    for (const arn of left) {
      const bus = rules.findBus(arn);
      if (bus?.arn === arn && rules.rulesOf(bus.name).length === 0) rules.removeBus(bus.name);
      tags.removeAll(arn);
    }
  };
  return {
    service,
    resourceTypes,
    /** Takes an event of an AWS service itself, such as `aws.s3`, on the default bus. */
    publish: (event: Omit<AcceptedEvent, 'bus'>): void => intake.accept([{ ...event, bus: 'default' }]),
    /** Goes on with what an earlier run left, and lets schedules run; call it once the rules are there. */
    resume(): number {
      sweep();
      const left = deliveries.resume() + replays.resume();
      ticker.start();
      archives.start();
      return left;
    },
    async close(): Promise<void> {
      ticker.stop();
      archives.stop();
      replays.close();
      await deliveries.close();
    },
  };
};
