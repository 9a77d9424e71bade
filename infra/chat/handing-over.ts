import { PersonRequested } from '@marquee/events/schemas/person-requested.ts';
import { Construct } from 'constructs';
import { allow } from '../shared/allow.ts';
import { EventRoute } from '../shared/event-route.ts';
import { type Api, OpenRoute, Route } from '../shared/http-route.ts';
import { settingsOf } from '../shared/settings.ts';
import { Workflow } from '../shared/workflow.ts';
import { type ChatResources, chatService } from './chat-service.ts';

export interface HandingOverProps extends ChatResources {
  readonly api: Api;
}

const CHANGES = ['GetItem', 'PutItem', 'UpdateItem', 'Query'];

/** From a fan who wants a person to that person's reply: a Standard workflow that waits, and what staff do. */
export class HandingOver extends Construct {
  constructor(scope: Construct, id: string, props: HandingOverProps) {
    super(scope, id);
    const { api, bus, chat } = props;
    const workflow = new Workflow(this, 'HandOver', {
      definition: 'hand-over',
      nanoservices: {
        ExpireTicket: chatService(this, 'ExpireTicket', 'expire-ticket', props, { chat: CHANGES, pushes: true }),
      },
      substitutions: {
        ChatTable: chat.table.tableName,
        WaitSeconds: String(settingsOf(this).stage.chat.personWithinHours * 3600),
      },
    });
    allow(workflow, ['dynamodb:UpdateItem'], [chat.table.tableArn]);
    new EventRoute(this, 'PersonRequested', { bus, pattern: PersonRequested.pattern, target: workflow });

    const request = chatService(this, 'RequestPerson', 'request-person', props, {
      ...{ chat: CHANGES, pushes: true, open: true, announces: true },
    });
    new OpenRoute(this, 'RequestPersonRoute', api, 'POST /chat/conversations/{id}/hand-over', request);

    const reply = chatService(this, 'ReplyToTicket', 'reply-to-ticket', props, { chat: CHANGES, pushes: true });
    allow(reply, ['states:SendTaskSuccess'], [workflow.machine.stateMachineArn]);
    new Route(this, 'ReplyToTicketRoute', api, 'POST /chat/tickets/{id}/replies', reply);
    const list = chatService(this, 'ListTickets', 'list-tickets', props, { chat: ['Index'] });
    new Route(this, 'ListTicketsRoute', api, 'GET /chat/tickets', list);
    const show = chatService(this, 'ShowTicket', 'show-ticket', props, { chat: ['GetItem', 'Query'] });
    new Route(this, 'ShowTicketRoute', api, 'GET /chat/tickets/{id}', show);
  }
}
