import { Stack } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acceptWildcard, allow, allowEvents } from '../shared/allow.ts';
import { DeadLetters } from '../shared/dead-letters.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { settingsOf } from '../shared/settings.ts';

/** Moments to come: each puts an event on the bus, once, and is gone. */
export class Schedules extends Construct {
  readonly #group: ScheduleGroup;
  readonly #role: Role;
  readonly #deadLetters: DeadLetters;
  readonly #bus: IEventBus;

  constructor(scope: Construct, id: string, { bus }: { bus: IEventBus }) {
    super(scope, id);
    this.#bus = bus;
    this.#group = new ScheduleGroup(this, 'Group', { removalPolicy: settingsOf(this).stage.removalPolicy });
    this.#deadLetters = new DeadLetters(this, 'DeadLetters');
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    allowEvents(this.#role, bus, 'marquee.content');
    allow(this.#role, ['sqs:SendMessage'], [this.#deadLetters.queueArn]);
  }

  /** What a nanoservice has to know to schedule an event. */
  get environment(): Record<string, string> {
    return {
      SCHEDULE_GROUP: this.#group.scheduleGroupName,
      SCHEDULE_ROLE_ARN: this.#role.roleArn,
      SCHEDULE_DEAD_LETTERS_ARN: this.#deadLetters.queueArn,
      EVENT_BUS_ARN: this.#bus.eventBusArn,
    };
  }

  /** Grants actions on the schedules of this group, and to hand them their role. */
  allow(service: Nanoservice, actions: readonly string[]): void {
    const resourceName = `${this.#group.scheduleGroupName}/*`;
    const schedules = Stack.of(this).formatArn({ service: 'scheduler', resource: 'schedule', resourceName });
    allow(service, actions, [schedules]);
    acceptWildcard(service, schedules, 'Schedules are made as the system runs; the group bounds them.');
    allow(service, ['iam:PassRole'], [this.#role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    });
  }
}
