import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { ContentTable } from '../ingest/content-table.ts';
import type { Api } from '../shared/http-route.ts';
import type { Sockets } from '../shared/sockets.ts';
import { Answering } from './answering.ts';
import { ChatApi } from './chat-api.ts';
import { ChatTable } from './chat-table.ts';
import { HandingOver } from './handing-over.ts';
import { Listening } from './listening.ts';

export interface ChatStackProps {
  readonly bus: IEventBus;
  readonly api: Api;
  readonly sockets: Sockets;
  /** Told by alarms. */
  readonly alarms: ITopic;
  readonly content: ContentTable;
  readonly pages: IBucket;
  readonly siteUrl: string;
}

/** What fans ask, and how they are answered from what is published. */
export class ChatStack extends Stack {
  constructor(scope: Construct, id: string, props: ChatStackProps) {
    super(scope, id);
    const chat = new ChatTable(this, 'Chat');
    const resources = { ...props, chat, edgeKey: props.api.edgeKey };
    new ChatApi(this, 'Api', resources);
    new Answering(this, 'Answering', resources);
    new HandingOver(this, 'HandingOver', resources);
    new Listening(this, 'Listening', resources);
    new CfnOutput(this, 'ChatTableName', { value: chat.table.tableName });
  }
}
