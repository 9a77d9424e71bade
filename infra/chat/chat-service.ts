import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { ContentTable } from '../ingest/content-table.ts';
import { allow, allowEvents, allowObjects } from '../shared/allow.ts';
import { Nanoservice, type NanoserviceProps } from '../shared/nanoservice.ts';
import { settingsOf } from '../shared/settings.ts';
import type { Sockets } from '../shared/sockets.ts';
import type { ChatTable } from './chat-table.ts';

/** What the services of this domain work on. */
export interface ChatResources {
  readonly bus: IEventBus;
  readonly chat: ChatTable;
  readonly content: ContentTable;
  readonly pages: IBucket;
  readonly sockets: Sockets;
  readonly siteUrl: string;
  readonly edgeKey: string;
}

/** What one service does with them; its variables and its grants follow from it. */
export interface ChatUses {
  /** Actions of DynamoDB on the chat table; `Index` asks for its index. */
  readonly chat: readonly string[];
  /** Whether it tells sockets. */
  readonly pushes?: boolean;
  /** Whether anybody may call it. */
  readonly open?: boolean;
  readonly limits?: boolean;
  /** Whether it has to know the site's address. */
  readonly site?: boolean;
  /** Whether it puts events on the bus. */
  readonly announces?: boolean;
  /** Whether it reads what is public. */
  readonly knowledge?: boolean;
  /** Whether it reads what will be known at the moments of a rehearsal. */
  readonly rehearsals?: boolean;
}

type Limits = Pick<NanoserviceProps, 'memoryMiB' | 'timeoutSeconds' | 'environment'>;

/** One nanoservice below `services/chat/`, with exactly what it uses. */
export const chatService = (
  scope: Construct,
  id: string,
  folder: string,
  { bus, chat, content, pages, sockets, siteUrl, edgeKey }: ChatResources,
  uses: ChatUses,
  { environment, ...limits }: Limits = {},
): Nanoservice => {
  const service = new Nanoservice(scope, id, {
    service: `chat/${folder}`,
    ...limits,
    environment: {
      ...(uses.chat.length > 0 ? { CHAT_TABLE: chat.table.tableName } : {}),
      ...(uses.pushes ? { SOCKET_CALLBACK_URL: sockets.callbackUrl } : {}),
      ...(uses.open ? { EDGE_KEY: edgeKey } : {}),
      ...(uses.limits ? { CHAT_LIMITS: JSON.stringify(settingsOf(scope).stage.chat.limits) } : {}),
      ...(uses.site ? { SITE_URL: siteUrl } : {}),
      ...(uses.announces ? { EVENT_BUS_NAME: bus.eventBusName } : {}),
      ...(uses.knowledge ? { CONTENT_TABLE: content.table.tableName, PAGES_BUCKET: pages.bucketName } : {}),
      ...environment,
    },
  });
  const actions = uses.chat.filter((action) => action !== 'Index').map((action) => `dynamodb:${action}`);
  if (actions.length > 0) allow(service, actions, [chat.table.tableArn]);
  if (uses.chat.includes('Index')) allow(service, ['dynamodb:Query'], [chat.indexArn]);
  if (uses.pushes) sockets.allowPush(service);
  if (uses.announces) allowEvents(service, bus, 'marquee.chat');
  if (uses.knowledge) {
    allow(service, ['dynamodb:GetItem'], [content.table.tableArn]);
    allowObjects(service, ['s3:GetObject'], pages, 'knowledge/');
    if (uses.rehearsals) allowObjects(service, ['s3:GetObject'], pages, 'rehearsals/');
  }
  return service;
};
