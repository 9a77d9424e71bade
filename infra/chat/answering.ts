import { TurnAccepted } from '@marquee/events/schemas/turn-accepted.ts';
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { allowEvents } from '../shared/allow.ts';
import { EventRoute } from '../shared/event-route.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { settingsOf } from '../shared/settings.ts';
import { Workflow } from '../shared/workflow.ts';
import { type ChatResources, chatService } from './chat-service.ts';
import { modelOf } from './model.ts';

export interface AnsweringProps extends ChatResources {
  /** Told by alarms. */
  readonly alarms: ITopic;
}

const CHANGES = { chat: ['GetItem', 'PutItem', 'UpdateItem', 'Query'], pushes: true };

/** Words the answers: with the model of the stage, which tells the fan as it goes, or of sentences of their sources. */
const composerOf = (scope: Construct, props: ChatResources): Nanoservice => {
  const model = modelOf(settingsOf(scope).stage.chat);
  if (!model) return chatService(scope, 'ComposeAnswer', 'compose-answer', props, { chat: [] });
  const composer = chatService(scope, 'ComposeAnswer', 'converse-answer', props, CHANGES, {
    timeoutSeconds: 25, // what the model may take, and time to spare for telling
    environment: { CHAT_MODEL: model.setting },
  });
  model.allow(composer);
  return composer;
};

/** From a question that is written down to its answer: an Express workflow, because fans wait for it. */
export class Answering extends Construct {
  constructor(scope: Construct, id: string, props: AnsweringProps) {
    super(scope, id);
    const { bus, alarms } = props;
    const understand = chatService(
      this,
      'UnderstandTurn',
      'understand-turn',
      props,
      { chat: [], knowledge: true },
      { memoryMiB: 1769, timeoutSeconds: 20 }, // indexing and searching are bound by the processor: one full vCPU
    );
    const workflow = new Workflow(this, 'AnswerTurn', {
      definition: 'answer-turn',
      type: StateMachineType.EXPRESS,
      nanoservices: {
        BeginTurn: chatService(this, 'BeginTurn', 'begin-turn', props, CHANGES),
        UnderstandTurn: understand,
        ComposeAnswer: composerOf(this, props),
        DeliverAnswer: chatService(this, 'DeliverAnswer', 'deliver-answer', props, CHANGES),
      },
      substitutions: { EventBusName: bus.eventBusName },
    });
    allowEvents(workflow, bus, 'marquee.chat');
    new EventRoute(this, 'TurnAccepted', { bus, pattern: TurnAccepted.pattern, target: workflow });
    this.#watchSize(understand, alarms);
  }

  /** Raises an alarm when the knowledge is more than a function searches; `docs/chat.md` says what to do then. */
  #watchSize(service: Nanoservice, alarms: ITopic): void {
    const namespace = `marquee-${settingsOf(this).stage.name}-chat`;
    const filter = new MetricFilter(this, 'KnowledgeSize', {
      logGroup: service.logGroup,
      filterPattern: FilterPattern.exists('$.knowledgeBytes'),
      metricNamespace: namespace,
      metricName: 'KnowledgeBytes',
      metricValue: '$.knowledgeBytes',
    });
    const alarm = new Alarm(this, 'KnowledgeTooLarge', {
      alarmDescription:
        'The chatbot’s knowledge of one language is near what a function searches in memory (8 MiB); beyond it only curated answers are given. docs/chat.md, "When the knowledge outgrows memory".',
      metric: filter.metric({ statistic: 'Maximum', period: Duration.minutes(5) }),
      threshold: 0.8 * 8 * 2 ** 20,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(alarms));
  }
}
