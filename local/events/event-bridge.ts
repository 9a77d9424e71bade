import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ResourceType } from '../assembly/resource-type.ts';
import type { Service } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import {
  describeEventBus,
  describeRuleAction,
  listEventBuses,
  listRules,
  listTargetsByRule,
  testEventPattern,
} from './actions/describe.ts';
import { putEvents } from './actions/put-events.ts';
import { sendTo } from './dead-letters.ts';
import { Deliveries } from './deliveries.ts';
import { type Event, eventTime } from './event.ts';
import { eventBusResource, ruleResource } from './resources.ts';
import { Rules } from './rules.ts';
import type { AcceptedEvent, EventBridge } from './state.ts';
import { createDeliver, type TargetOptions } from './targets.ts';

export type EventBridgeOptions = TargetOptions & {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  region: string;
  /** Told of every event with the rules that it matched, after it is kept. */
  onEvent?: (event: Event, bus: string, ruleArns: readonly string[]) => void;
};

/** EventBridge: buses, rules and deliveries that survive a crash. */
export const createEventBridge = ({
  database,
  clock,
  accountId,
  region,
  cloud,
  principalOf,
  onEvent,
}: EventBridgeOptions) => {
  const rules = new Rules({ accountId, region });
  const deliveries = new Deliveries(
    database,
    clock,
    rules,
    createDeliver({ cloud, principalOf, accountId }),
    sendTo(cloud, accountId),
  );
  const accept = ({ id = randomUUID(), bus, source, detailType, detail, resources, time }: AcceptedEvent): void => {
    const event: Event = {
      version: '0',
      id,
      'detail-type': detailType,
      source,
      account: accountId,
      time: eventTime(time),
      region,
      resources,
      detail,
    };
    const matching = rules.rulesOf(bus).filter(({ enabled, pattern }) => enabled && pattern(event));
    deliveries.add(matching.flatMap((rule) => rule.targets.map((target) => ({ rule, target, event }))));
    onEvent?.(
      event,
      bus,
      matching.map(({ arn }) => arn),
    );
  };
  const bridge: EventBridge = { rules, clock, accept };
  const service: Service = {
    name: 'events',
    json: { targetPrefix: 'AWSEvents', version: '1.1' },
    operations: {
      PutEvents: putEvents(bridge),
      ListEventBuses: listEventBuses(bridge),
      DescribeEventBus: describeEventBus(bridge),
      ListRules: listRules(bridge),
      DescribeRule: describeRuleAction(bridge),
      ListTargetsByRule: listTargetsByRule(bridge),
      TestEventPattern: testEventPattern(),
    },
  };
  const resourceTypes: ResourceType[] = [eventBusResource(rules), ruleResource(rules)];
  return {
    service,
    resourceTypes,
    /** Takes an event of an AWS service itself, such as `aws.s3`, on the default bus. */
    publish: (event: Omit<AcceptedEvent, 'bus'>): void => accept({ ...event, bus: 'default' }),
    /** Goes on with deliveries of an earlier run; call it once the rules are there. */
    resume: () => deliveries.resume(),
    close: () => deliveries.close(),
  };
};
