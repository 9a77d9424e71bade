import { log, logDelivery, traces, workflowTraces } from './roles.ts';

const connections = (verb: string): string =>
  `execute-api:ManageConnections on arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<SocketsApi>/socket/${verb}/@connections/*`;
const sockets = [connections('POST'), connections('DELETE')];
const events = 'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.chat"}}';
const listed = 'dynamodb:Query on <ChatTable.Arn>/index/byState';
const knowledge = ['dynamodb:GetItem on <ContentTable.Arn>', 's3:GetObject on <Pages.Arn>/knowledge/*'];
const failures = (route: string): string => `sqs:SendMessage on <Listening${route}DeadLetters.Arn>`;

/** Actions on the chat table. */
const table = (...actions: string[]): string =>
  `${actions.map((action) => `dynamodb:${action}`).join(' ')} on <ChatTable.Arn>`;
const changes = [table('GetItem', 'PutItem', 'UpdateItem', 'Query'), ...sockets];

const ofFunctions = (functions: Record<string, readonly string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, grants]) => [`Chat/${name}`, [log(name), traces, ...grants]]),
  );

/** What each role of the chat may do. */
export const CHAT_GRANTS: Record<string, string[]> = {
  ...ofFunctions({
    AnsweringBeginTurn: changes,
    AnsweringComposeAnswer: [],
    AnsweringDeliverAnswer: changes,
    AnsweringUnderstandTurn: knowledge,
    ApiAcceptTurn: [table('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'), ...sockets, events],
    ApiAskWithoutScript: [table('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'), ...sockets, events],
    ApiCloseSocket: [table('GetItem', 'UpdateItem', 'DeleteItem')],
    ApiForgetConversation: [table('GetItem', 'PutItem', 'Query', 'BatchWriteItem'), ...sockets],
    ApiOpenConversation: [table('GetItem', 'PutItem', 'UpdateItem')],
    ApiOpenSocket: [table('GetItem', 'PutItem', 'Query')],
    ApiReadMessages: changes,
    ApiResumeSocket: [table('GetItem', 'UpdateItem', 'Query'), ...sockets],
    HandingOverExpireTicket: changes,
    HandingOverListTickets: [listed],
    HandingOverReplyToTicket: [...changes, 'states:SendTaskSuccess on <HandOverWorkflow>'],
    HandingOverRequestPerson: [...changes, events],
    HandingOverShowTicket: [table('GetItem', 'Query')],
    ListeningAnswerLater: [table('GetItem', 'PutItem', 'Query')],
    ListeningAskAgain: [
      table('GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
      ...[listed, ...sockets, ...knowledge, failures('SiteChanged')],
    ],
    ListeningCountQuestion: [table('GetItem', 'PutItem', 'UpdateItem'), failures('QuestionAnswered')],
    ListeningDismissGap: [table('GetItem', 'PutItem')],
    ListeningDraftAnswer: [table('GetItem', 'Query', 'PutItem'), events],
    ListeningGiveFeedback: [table('GetItem', 'PutItem', 'Query'), events],
    ListeningListAsked: [table('Query')],
    ListeningListFeedback: [listed],
    ListeningListGaps: [listed],
    ListeningNoteFeedback: [table('GetItem', 'PutItem'), listed, failures('FeedbackGiven')],
    ListeningNoteGap: [table('GetItem', 'PutItem'), listed, failures('TurnUnanswered')],
    ListeningShowGap: [table('GetItem', 'Query')],
    ListeningTryQuestion: [...knowledge, 's3:GetObject on <Pages.Arn>/rehearsals/*'],
  }),
  'Chat/AnsweringAnswerTurn': [
    ...[logDelivery, workflowTraces],
    'lambda:InvokeFunction on <AnsweringBeginTurnLive>, <AnsweringUnderstandTurnLive>, <AnsweringComposeAnswerLive>, <AnsweringDeliverAnswerLive>',
    events,
  ],
  'Chat/AnsweringTurnAccepted': ['states:StartExecution on <AnswerTurnWorkflow>'],
  'Chat/HandingOverHandOver': [
    ...[logDelivery, workflowTraces],
    'lambda:InvokeFunction on <HandingOverExpireTicketLive>',
    table('UpdateItem'),
  ],
  'Chat/HandingOverPersonRequested': ['states:StartExecution on <HandOverWorkflow>'],
};
