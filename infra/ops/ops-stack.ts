import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Archive, type IEventBus, Match } from 'aws-cdk-lib/aws-events';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { settingsOf } from '../shared/settings.ts';
import { ConsoleRole } from './console-role.ts';
import { EventLog } from './event-log.ts';

export interface OpsStackProps {
  readonly bus: IEventBus;
  /** The stage's other stacks. */
  readonly stacks: readonly Stack[];
}

/** What operators look at and work with: every event as it came by, an archive to replay it from, and the console's roles. */
export class OpsStack extends Stack {
  constructor(scope: Construct, id: string, { bus, stacks }: OpsStackProps) {
    super(scope, id);
    const { logRetention: retention, removalPolicy } = settingsOf(this).stage;
    const events = new EventLog(this, 'EventLog', { bus });
    const archive = new Archive(this, 'Archive', {
      sourceEventBus: bus,
      description:
        'Events of Marquee, to be replayed; whoever takes one knows it by its eventId and does nothing twice',
      eventPattern: { source: Match.prefix('marquee.') },
      retention: Duration.days(removalPolicy === RemovalPolicy.RETAIN ? 90 : 14),
    });
    archive.applyRemovalPolicy(removalPolicy);
    const operatorLog = new LogGroup(this, 'OperatorActions', { retention, removalPolicy });
    const stage = { stacks: [...stacks, this], archive };
    const reader = new ConsoleRole(this, 'ConsoleReader', { stage });
    const operator = new ConsoleRole(this, 'ConsoleOperator', { stage, operatorLog });
    new CfnOutput(this, 'EventLogGroup', { value: events.group.logGroupName });
    new CfnOutput(this, 'EventArchive', { value: archive.archiveArn });
    new CfnOutput(this, 'OperatorLogGroup', { value: operatorLog.logGroupName });
    new CfnOutput(this, 'ConsoleReaderRoleArn', { value: reader.roleArn });
    new CfnOutput(this, 'ConsoleOperatorRoleArn', { value: operator.roleArn });
  }
}
