import type { IconName } from '@marquee/ui/icons/icons.tsx';
import type { NodeKind } from './system-map.ts';

export const KIND_WORDS: Readonly<Record<NodeKind, { one: string; several: string; icon: IconName }>> = {
  site: { one: 'CDN', several: 'CDNs', icon: 'published' },
  api: { one: 'HTTP API', several: 'HTTP APIs', icon: 'link' },
  socket: { one: 'WebSocket API', several: 'WebSocket APIs', icon: 'chat' },
  schedule: { one: 'Schedules', several: 'Schedules', icon: 'clock' },
  bucket: { one: 'Bucket', several: 'Buckets', icon: 'image' },
  bus: { one: 'Event bus', several: 'Event buses', icon: 'bus' },
  rule: { one: 'Rule', several: 'Rules', icon: 'rule' },
  workflow: { one: 'Workflow', several: 'Workflows', icon: 'graph' },
  function: { one: 'Function', several: 'Functions', icon: 'function' },
  table: { one: 'Table', several: 'Tables', icon: 'database' },
  queue: { one: 'Dead-letter queue', several: 'Dead-letter queues', icon: 'queue' },
};

/** What the states of health are called of a service. */
export const HEALTH_WORDS = {
  failed: 'Failing',
  retried: 'Throttled',
  succeeded: 'Working',
  waiting: 'Quiet',
} as const;
