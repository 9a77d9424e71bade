import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { allow, allowEvents } from '../shared/allow.ts';
import { DeadLetters } from '../shared/dead-letters.ts';
import { Nanoservice } from '../shared/nanoservice.ts';

export interface ContentRelayProps {
  readonly table: ITableV2;
  readonly bus: IEventBus;
  readonly alarms: ITopic;
}

/** Lines of the audit trail, publications, and what sets releases going are announced; nothing else of the table is. */
const ANNOUNCED = {
  eventName: ['INSERT'],
  dynamodb: {
    NewImage: { sk: { S: [{ prefix: 'AUDIT#' }, 'PUBLICATION', { prefix: 'RUN#' }, { prefix: 'REHEARSAL#' }] } },
  },
};

/** What the content table writes down becomes events, in order; what cannot be announced is kept, and an alarm says so. */
export class ContentRelay extends Construct {
  constructor(scope: Construct, id: string, { table, bus, alarms }: ContentRelayProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    const service = new Nanoservice(this, 'Relay', {
      service: 'ingest/relay-content-change',
      environment: { EVENT_BUS_NAME: bus.eventBusName, DEAD_LETTERS_URL: deadLetters.queueUrl },
      timeoutSeconds: 30,
    });
    allowEvents(service, bus, 'marquee.ingest');
    allow(service, ['sqs:SendMessage'], [deadLetters.queueArn]);
    const stream = table.tableStreamArn ?? '';
    allow(service, ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [stream]);
    allow(service, ['dynamodb:ListStreams'], ['*']);
    acknowledge(service, 'AwsSolutions-IAM5[Resource::*]', 'dynamodb:ListStreams knows no narrower resource than *.');
    // Without a limit of tries: a bus that does not answer holds the stream up, in order, until it does.
    new CfnEventSourceMapping(this, 'Stream', {
      functionName: service.alias.functionArn,
      eventSourceArn: stream,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 25,
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      filterCriteria: { filters: [{ pattern: JSON.stringify(ANNOUNCED) }] },
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    });
    const alarm = new Alarm(this, 'DeadLettersAlarm', {
      alarmDescription:
        'A change of content was not announced. Read the message in the dead-letter queue: it says why, and holds the record.',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(alarms));
  }
}
