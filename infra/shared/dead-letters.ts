import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { settingsOf } from './settings.ts';

/** What could not be delivered, kept 14 days. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: settingsOf(scope).stage.removalPolicy,
    });
    acknowledge(this, 'AwsSolutions-SQS3', 'This queue is itself a dead-letter queue.');
  }
}
