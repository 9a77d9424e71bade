import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { VirtualClock } from '../clock.ts';
import { openDatabase } from '../database.ts';
import { openHarness } from '../front-door/harness.ts';
import { ACCOUNT_ID, REGION } from '../identity.ts';
import type { AlarmEvent } from './alarms/actions-queue.ts';
import { createCloudWatch } from './cloudwatch.ts';

/** CloudWatch behind a front door, at the start of a minute; what it tells EventBridge and other services is kept. */
export const openCloudWatch = async () => {
  const clock = new VirtualClock(Math.ceil(Date.now() / 60_000) * 60_000);
  const events: AlarmEvent[] = [];
  const calls: { service: string; operation: string; input: Record<string, unknown>; as: string }[] = [];
  const cloudWatch = createCloudWatch({
    database: openDatabase(':memory:'),
    metricsDatabase: openDatabase(':memory:'),
    clock,
    accountId: ACCOUNT_ID,
    region: REGION,
    cloud: () => ({
      ...harness.cloud,
      async call(service, operation, input, principal) {
        calls.push({
          service,
          operation,
          input: { ...input },
          as: `${principal.service?.name} ${principal.service?.sourceArn}`,
        });
        return {};
      },
    }),
    publish: (event) => void events.push(event),
  });
  const harness = await openHarness({ clock, services: () => [cloudWatch.service] });
  const client = new CloudWatchClient(harness.client);
  return {
    ...{ clock, events, calls, cloudWatch, harness, client },
    async close() {
      client.destroy();
      await cloudWatch.close();
      await harness.close();
    },
  };
};
