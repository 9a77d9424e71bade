import { ContentPublished } from '@marquee/events/schemas/content-published.ts';
import { FeedbackGiven } from '@marquee/events/schemas/feedback-given.ts';
import { SiteRebuilt } from '@marquee/events/schemas/site-rebuilt.ts';
import { SiteRefreshed } from '@marquee/events/schemas/site-refreshed.ts';
import { TurnAnswered } from '@marquee/events/schemas/turn-answered.ts';
import { Construct } from 'constructs';
import { EventRoute } from '../shared/event-route.ts';
import { type Api, OpenRoute, Route } from '../shared/http-route.ts';
import { type ChatResources, type ChatUses, chatService } from './chat-service.ts';

export interface ListeningProps extends ChatResources {
  readonly api: Api;
}

/** What fans say of answers, what they asked in vain, and what becomes of it. */
export class Listening extends Construct {
  constructor(scope: Construct, id: string, props: ListeningProps) {
    super(scope, id);
    const { api, bus } = props;
    const feedback = chatService(this, 'GiveFeedback', 'give-feedback', props, {
      ...{ chat: ['GetItem', 'PutItem', 'Query'], open: true, announces: true },
    });
    new OpenRoute(this, 'GiveFeedbackRoute', api, 'POST /chat/conversations/{id}/turns/{turn}/feedback', feedback);
    const later = chatService(this, 'AnswerLater', 'answer-later', props, {
      ...{ chat: ['GetItem', 'PutItem', 'Query'], open: true },
    });
    new OpenRoute(this, 'AnswerLaterRoute', api, 'POST /chat/conversations/{id}/turns/{turn}/later', later);

    const noteUses = ['GetItem', 'PutItem', 'Index'];
    const note = chatService(this, 'NoteGap', 'note-gap', props, { chat: noteUses });
    new EventRoute(this, 'TurnUnanswered', {
      bus,
      pattern: { ...TurnAnswered.pattern, detail: { data: { outcome: ['unknown'] } } },
      target: note,
    });
    const said = chatService(this, 'NoteFeedback', 'note-gap', props, { chat: noteUses });
    new EventRoute(this, 'FeedbackGiven', {
      bus,
      pattern: { ...FeedbackGiven.pattern, detail: { data: { verdict: ['no'] } } },
      target: said,
    });
    const count = chatService(this, 'CountQuestion', 'count-question', props, {
      chat: ['GetItem', 'PutItem', 'UpdateItem'],
    });
    new EventRoute(this, 'QuestionAnswered', { bus, pattern: TurnAnswered.pattern, target: count });
    const again = chatService(
      this,
      'AskAgain',
      'ask-again',
      props,
      {
        ...{ chat: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Index'] },
        ...{ pushes: true, knowledge: true },
      },
      { memoryMiB: 1769, timeoutSeconds: 120 },
    );
    const changes = [ContentPublished, SiteRefreshed, SiteRebuilt].map(({ pattern }) => pattern);
    new EventRoute(this, 'SiteChanged', {
      bus,
      pattern: { source: ['marquee.content'], detailType: changes.flatMap(({ detailType }) => detailType) },
      target: again,
    });
    this.#forStaff(props);
  }

  #forStaff(props: ListeningProps): void {
    const add = (name: string, folder: string, route: string, uses: ChatUses, limits = {}): void =>
      void new Route(this, `${name}Route`, props.api, route, chatService(this, name, folder, props, uses, limits));
    add('ListFeedback', 'list-feedback', 'GET /chat/feedback', { chat: ['Index'] });
    add('ListAsked', 'list-asked', 'GET /chat/topics', { chat: ['Query'] });
    add('ListGaps', 'list-gaps', 'GET /chat/gaps', { chat: ['Index'] });
    add('ShowGap', 'show-gap', 'GET /chat/gaps/{id}', { chat: ['GetItem', 'Query'] });
    add('DraftAnswer', 'draft-answer', 'POST /chat/gaps/{id}/draft', {
      ...{ chat: ['GetItem', 'Query', 'PutItem'], announces: true },
    });
    const reads: ChatUses = { chat: [], knowledge: true };
    add(
      'TryQuestion',
      'try-question',
      'POST /chat/try',
      { ...reads, rehearsals: true },
      { memoryMiB: 1769, timeoutSeconds: 20 },
    );
    add('DismissGap', 'dismiss-gap', 'DELETE /chat/gaps/{id}', { chat: ['GetItem', 'PutItem'] });
  }
}
