import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { type IEventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, ResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { DeadLetters } from '../shared/dead-letters.ts';
import { settingsOf } from '../shared/settings.ts';

/** Every event of one bus as a line of one log group: the whole event, as JSON. Replayed ones show with their `replay-name`. */
export class EventLog extends Construct {
  readonly group: LogGroup;

  constructor(scope: Construct, id: string, { bus }: { bus: IEventBus }) {
    super(scope, id);
    const { logRetention: retention, removalPolicy } = settingsOf(this).stage;
    this.group = new LogGroup(this, 'Group', { retention, removalPolicy });
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    const rule = new Rule(this, 'Rule', { eventBus: bus, eventPattern: { source: Match.prefix('') } });
    const arn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: this.group.logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    // Not the target of the CDK: it makes the policy below by a custom resource, with a function of its own.
    rule.addTarget({
      bind: () => ({
        arn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: Duration.hours(24).toSeconds() },
      }),
    });
    const fromRule = { ArnEquals: { 'aws:SourceArn': rule.ruleArn } };
    deadLetters.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        principals: [new ServicePrincipal('events.amazonaws.com')],
        resources: [deadLetters.queueArn],
        conditions: fromRule,
      }),
    );
    this.#admit(arn, fromRule);
  }

  /** EventBridge delivers by both of its services, and makes streams for no rule in particular. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html */
  #admit(arn: string, fromRule: PolicyStatement['conditions']): void {
    const principals = ['events', 'delivery.logs'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`));
    const resources = [`${arn}:*`];
    new ResourcePolicy(this, 'Policy', {
      policyStatements: [
        new PolicyStatement({ actions: ['logs:CreateLogStream'], principals, resources }),
        new PolicyStatement({ actions: ['logs:PutLogEvents'], principals, resources, conditions: fromRule }),
      ],
    });
  }
}
