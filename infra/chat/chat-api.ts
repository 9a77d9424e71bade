import { WebSocketRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { type Api, OpenRoute } from '../shared/http-route.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { type ChatResources, type ChatUses, chatService } from './chat-service.ts';

export interface ChatApiProps extends ChatResources {
  readonly api: Api;
}

/** Reading a conversation, writing its next message, telling its sockets. */
const CHANGES: ChatUses = { chat: ['GetItem', 'PutItem', 'UpdateItem', 'Query'], pushes: true };

/** What fans do: over HTTP, and over a socket. */
export class ChatApi extends Construct {
  constructor(scope: Construct, id: string, props: ChatApiProps) {
    super(scope, id);
    const { api, sockets } = props;
    const add = (name: string, folder: string, route: string, uses: ChatUses): void => {
      const service = chatService(this, name, folder, props, { ...uses, open: true });
      new OpenRoute(this, `${name}Route`, api, route, service);
    };
    add('OpenConversation', 'open-conversation', 'POST /chat/conversations', {
      ...{ chat: ['GetItem', 'PutItem', 'UpdateItem'], limits: true, site: true },
    });
    add('AcceptTurn', 'accept-turn', 'POST /chat/conversations/{id}/turns', {
      ...{ chat: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'], pushes: true },
      ...{ limits: true, announces: true },
    });
    add('ReadMessages', 'read-messages', 'GET /chat/conversations/{id}/turns', CHANGES);
    add('ForgetConversation', 'forget-conversation', 'DELETE /chat/conversations/{id}', {
      ...{ chat: ['GetItem', 'PutItem', 'Query', 'BatchWriteItem'], pushes: true },
    });

    const without = chatService(this, 'AskWithoutScript', 'ask-without-script', props, {
      ...{ chat: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'], pushes: true },
      ...{ open: true, limits: true, site: true, announces: true },
    });
    new OpenRoute(this, 'PostAskRoute', api, 'POST /chat/ask', without);
    new OpenRoute(this, 'GetAskRoute', api, 'GET /chat/ask', without);

    const socket = (name: string, folder: string, routeKey: string, uses: ChatUses): void => {
      const service = chatService(this, name, folder, props, uses);
      new SocketRoute(this, `${name}Route`, { api: sockets.api, routeKey, service });
    };
    socket('OpenSocket', 'open-socket', '$connect', { chat: ['GetItem', 'PutItem', 'Query'] });
    socket('ResumeSocket', 'resume-socket', 'resume', { chat: ['GetItem', 'UpdateItem', 'Query'], pushes: true });
    socket('CloseSocket', 'close-socket', '$disconnect', { chat: ['GetItem', 'UpdateItem', 'DeleteItem'] });
  }
}

interface SocketRouteProps {
  readonly api: ChatResources['sockets']['api'];
  readonly routeKey: string;
  readonly service: Nanoservice;
}

/** A route of the WebSocket API that one nanoservice answers. */
class SocketRoute extends Construct {
  constructor(scope: Construct, id: string, { api, routeKey, service }: SocketRouteProps) {
    super(scope, id);
    const route = new WebSocketRoute(this, 'Route', {
      webSocketApi: api,
      routeKey,
      integration: new WebSocketLambdaIntegration('Integration', service.alias),
    });
    acknowledge(
      route,
      'AwsSolutions-APIG4',
      'Fans are not signed in: whoever opens a socket shows the token of the conversation, which the function checks.',
    );
  }
}
