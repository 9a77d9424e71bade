import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule, type RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow } from './allow.ts';
import { DeadLetters } from './dead-letters.ts';
import { Nanoservice } from './nanoservice.ts';
import type { Workflow } from './workflow.ts';

/** What a contract of `events/` gives: its source and its detail-type. */
export interface ContractPattern {
  readonly source: readonly string[];
  readonly detailType: readonly string[];
}

export interface EventRouteProps {
  readonly bus: IEventBus;
  /** A contract's own pattern, or one written out. */
  readonly pattern: ContractPattern | EventPattern;
  readonly target: Workflow | Nanoservice;
  /** What the target gets in the place of the event. */
  readonly input?: RuleTargetInput;
}

/** Events of a pattern reach one target: rule, role or permission, retries for a day, and a dead-letter queue kept 14 days. */
export class EventRoute extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { bus, pattern, target, input }: EventRouteProps) {
    super(scope, id);
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    const delivery = { deadLetterQueue: this.deadLetters, retryAttempts: 185, maxEventAge: Duration.hours(24) };
    const rule = new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: { ...pattern, source: [...(pattern.source ?? [])], detailType: [...(pattern.detailType ?? [])] },
    });
    if (target instanceof Nanoservice) this.#keepFailures(target);
    rule.addTarget(
      target instanceof Nanoservice
        ? new LambdaFunction(target.alias, { ...delivery, event: input })
        : new SfnStateMachine(target.machine, { ...delivery, input, role: this.#roleFor(target) }),
    );
  }

  /** Lambda takes an event before it runs it, so what fails there reaches the queue by Lambda's own destination. */
  #keepFailures(target: Nanoservice): void {
    const queueArn = this.deadLetters.queueArn;
    target.alias.configureAsyncInvoke({ onFailure: { bind: () => ({ destination: queueArn }) }, retryAttempts: 2 });
    allow(target, ['sqs:SendMessage'], [queueArn]);
  }

  #roleFor(target: Workflow): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('events.amazonaws.com') });
    allow(role, ['states:StartExecution'], [target.machine.stateMachineArn]);
    return role;
  }
}
