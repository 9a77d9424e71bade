import type { Operation } from '../aws/service.ts';
import { cancelReplay } from './actions/cancel-replay.ts';
import { createArchive } from './actions/create-archive.ts';
import { createEventBus } from './actions/create-event-bus.ts';
import { deleteArchive } from './actions/delete-archive.ts';
import { deleteEventBus } from './actions/delete-event-bus.ts';
import { deleteRule } from './actions/delete-rule.ts';
import { describeArchive } from './actions/describe-archive.ts';
import { describeEventBus } from './actions/describe-event-bus.ts';
import { describeReplay } from './actions/describe-replay.ts';
import { describeRule } from './actions/describe-rule.ts';
import { disableRule } from './actions/disable-rule.ts';
import { enableRule } from './actions/enable-rule.ts';
import { listArchives } from './actions/list-archives.ts';
import { listEventBuses } from './actions/list-event-buses.ts';
import { listReplays } from './actions/list-replays.ts';
import { listRuleNamesByTarget } from './actions/list-rule-names-by-target.ts';
import { listRules } from './actions/list-rules.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { listTargetsByRule } from './actions/list-targets-by-rule.ts';
import { putEvents } from './actions/put-events.ts';
import { putPermission } from './actions/put-permission.ts';
import { putRule } from './actions/put-rule.ts';
import { putTargets } from './actions/put-targets.ts';
import { removePermission } from './actions/remove-permission.ts';
import { removeTargets } from './actions/remove-targets.ts';
import { startReplay } from './actions/start-replay.ts';
import { tagResource } from './actions/tag-resource.ts';
import { testEventPattern } from './actions/test-event-pattern.ts';
import { untagResource } from './actions/untag-resource.ts';
import { updateArchive } from './actions/update-archive.ts';
import { updateEventBus } from './actions/update-event-bus.ts';
import type { EventBridge } from './state.ts';

/** Every operation of EventBridge. */
export const operationsOf = (bridge: EventBridge): Record<string, Operation> => ({
  CancelReplay: cancelReplay(bridge),
  CreateArchive: createArchive(bridge),
  CreateEventBus: createEventBus(bridge),
  DeleteArchive: deleteArchive(bridge),
  DeleteEventBus: deleteEventBus(bridge),
  DeleteRule: deleteRule(bridge),
  DescribeArchive: describeArchive(bridge),
  DescribeEventBus: describeEventBus(bridge),
  DescribeReplay: describeReplay(bridge),
  DescribeRule: describeRule(bridge),
  DisableRule: disableRule(bridge),
  EnableRule: enableRule(bridge),
  ListArchives: listArchives(bridge),
  ListEventBuses: listEventBuses(bridge),
  ListReplays: listReplays(bridge),
  ListRuleNamesByTarget: listRuleNamesByTarget(bridge),
  ListRules: listRules(bridge),
  ListTagsForResource: listTagsForResource(bridge),
  ListTargetsByRule: listTargetsByRule(bridge),
  PutEvents: putEvents(bridge),
  PutPermission: putPermission(bridge),
  PutRule: putRule(bridge),
  PutTargets: putTargets(bridge),
  RemovePermission: removePermission(bridge),
  RemoveTargets: removeTargets(bridge),
  StartReplay: startReplay(bridge),
  TagResource: tagResource(bridge),
  TestEventPattern: testEventPattern(),
  UntagResource: untagResource(bridge),
  UpdateArchive: updateArchive(bridge),
  UpdateEventBus: updateEventBus(bridge),
});
