import type { Clock } from '../clock.ts';
import type { Fauxqs } from '../fauxqs.ts';

/** What SNS's actions work on. */
export type Sns = {
  fauxqs: Fauxqs;
  clock: Clock;
  accountId: string;
  region: string;
  /** Invokes a function with a notification. Throws where its resource policy does not let SNS. */
  invoke: (functionArn: string, payload: string, topicArn: string) => Promise<void> | void;
};
