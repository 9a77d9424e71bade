import type { Cloud } from '../aws/service.ts';
import type { Clock } from '../clock.ts';
import type { Fauxqs } from '../fauxqs/fauxqs.ts';

/** What SNS's actions work on. */
export type Sns = {
  fauxqs: Fauxqs;
  clock: Clock;
  accountId: string;
  region: string;
  /** The cloud that the subscribers are part of; SNS calls them as a service, on behalf of the topic. */
  cloud: () => Cloud;
};
