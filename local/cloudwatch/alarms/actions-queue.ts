import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Cloud } from '../../aws/service.ts';
import type { Clock } from '../../clock.ts';
import { backOff, DONE, DurableQueue, type Verdict } from '../../durable-queue/durable-queue.ts';
import type { Job } from '../../durable-queue/job.ts';
import { servicePrincipal } from '../../iam/service-principal.ts';
import { eventDetail, lambdaPayload, type Transition, topicMessage } from './notices.ts';
import type { AlarmStore } from './store.ts';

export type AlarmEvent = {
  id: string;
  source: string;
  detailType: string;
  resources: string[];
  detail: object;
  time: number;
};

export type ActionsOptions = {
  database: DatabaseSync;
  clock: Clock;
  accountId: string;
  cloud: () => Cloud;
  store: AlarmStore;
  /** Puts an event on the default bus. */
  publish: (event: AlarmEvent) => void;
};

/** `action` is the ARN of a topic or a function; without one, EventBridge is told. */
type Body = { transition: Transition; action?: string };

/** Attempts of an action. */
const MOST_ATTEMPTS = 5;

/** The kinds of things that an alarm can act on here, and how their ARNs begin. */
export const ACTIONS = /^arn:aws:(?:sns:[\w-]+:\d{12}:[\w.-]+|lambda:[\w-]+:\d{12}:function:[\w:$-]+)$/;

/** Carries out what an alarm does when its state changes; each is kept until it is done. */
export class AlarmActions {
  readonly #options: ActionsOptions;
  readonly #queue: DurableQueue<Body>;

  constructor(options: ActionsOptions) {
    this.#options = options;
    const { database, clock } = options;
    this.#queue = new DurableQueue({
      database,
      clock,
      table: 'cloudwatch_actions',
      attempt: (job) => this.#attempt(job),
    });
  }

  /** Keeps what a change of state leads to, within the caller's transaction; answers what starts it. */
  keep(transition: Transition): () => void {
    const { settings, state } = transition.alarm;
    const byState = {
      OK: settings.OKActions,
      ALARM: settings.AlarmActions,
      INSUFFICIENT_DATA: settings.InsufficientDataActions,
    };
    const actions = settings.ActionsEnabled === false ? [] : (byState[state.value] ?? []);
    const bodies: Body[] = [{ transition }, ...actions.map((action) => ({ transition, action }))];
    return this.#queue.keep(bodies.map((body) => ({ id: randomUUID(), body })));
  }

  resume(): number {
    return this.#queue.resume();
  }

  close(): Promise<void> {
    return this.#queue.close();
  }

  async #attempt({ id, body, attempts }: Job<Body>): Promise<Verdict> {
    const { transition, action } = body;
    const { alarm } = transition;
    if (action === undefined) {
      this.#options.publish({
        id,
        source: 'aws.cloudwatch',
        detailType: 'CloudWatch Alarm State Change',
        resources: [alarm.arn],
        detail: eventDetail(transition),
        time: alarm.state.transitionedAt,
      });
      return DONE;
    }
    try {
      await this.#act(transition, action);
      return this.#done(alarm.settings.AlarmName, action);
    } catch (error) {
      if (this.#queue.closed) return { is: 'left' };
      if (attempts + 1 < MOST_ATTEMPTS)
        return { is: 'again', at: this.#options.clock.now() + backOff(attempts + 1), attempts: attempts + 1 };
      return this.#done(alarm.settings.AlarmName, action, (error as Error).message);
    }
  }

  async #act(transition: Transition, action: string): Promise<void> {
    const { cloud, accountId } = this.#options;
    const as = (name: string) => servicePrincipal(name, transition.alarm.arn, accountId);
    if (action.startsWith('arn:aws:sns:')) {
      const input = { TopicArn: action, ...topicMessage(transition) };
      await cloud().call('sns', 'Publish', input, as('cloudwatch.amazonaws.com'));
      return;
    }
    const Payload = JSON.stringify(lambdaPayload(transition));
    const input = { FunctionName: action, InvocationType: 'Event', Payload };
    await cloud().call('lambda', 'Invoke', input, as('lambda.alarms.cloudwatch.amazonaws.com'));
  }

  #done(name: string, action: string, error?: string): Verdict {
    const { store, clock } = this.#options;
    const summary = `${error === undefined ? 'Successfully executed' : 'Failed to execute'} action ${action}`;
    const data = {
      actionState: error === undefined ? 'Succeeded' : 'Failed',
      notificationResource: action,
      ...(error && { error }),
    };
    return { is: 'done', write: () => store.note(name, clock.now(), 'Action', summary, data) };
  }
}
