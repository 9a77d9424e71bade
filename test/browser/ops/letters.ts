import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { AssetUploaded } from '@marquee/events/schemas/asset-uploaded.ts';
import type { System } from '../../end-to-end/system.ts';

const inSqs = async <T>({ connection }: System, work: (sqs: SQSClient) => Promise<T>): Promise<T> => {
  const sqs = new SQSClient(connection.client);
  return work(sqs).finally(() => sqs.destroy());
};

const queueUrl = ({ physicalId }: System, route: string): string =>
  physicalId(`${route}DeadLetters`, 'AWS::SQS::Queue');

const ruleArn = ({ physicalId }: System, route: string): string =>
  `arn:aws:events:us-east-1:000000000000:rule/${physicalId(`${route}Rule`, 'AWS::Events::Rule').replace('|', '/')}`;

/** What took, or did not take, the events of a route. */
const TARGETS = {
  AssetUploaded: ['ProcessAsset', 'AWS::StepFunctions::StateMachine'],
  AssetChanged: ['RefreshAssetLive', 'AWS::Lambda::Alias'],
  AssetRemoved: ['RemoveAsset', 'AWS::StepFunctions::StateMachine'],
} as const;

export type Route = keyof typeof TARGETS;

/** Puts an event into the dead-letter queue of a route, as EventBridge does when the target did not take it. */
export const sendLetter = (system: System, route: Route, event: object, reason: string): Promise<unknown> =>
  inSqs(system, (sqs) => {
    const [target, type] = TARGETS[route];
    const attributes = {
      RULE_ARN: ruleArn(system, route),
      TARGET_ARN: system.physicalId(target, type),
      ERROR_CODE: 'NO_PERMISSIONS',
      ERROR_MESSAGE: reason,
      EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
      RETRY_ATTEMPTS: '185',
    };
    const MessageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    );
    const MessageBody = JSON.stringify(event);
    return sqs.send(new SendMessageCommand({ QueueUrl: queueUrl(system, route), MessageBody, MessageAttributes }));
  });

/** Puts a text into the dead-letter queue of a route that says nothing of where it comes from. */
export const sendText = (system: System, route: Route, MessageBody: string): Promise<unknown> =>
  inSqs(system, (sqs) => sqs.send(new SendMessageCommand({ QueueUrl: queueUrl(system, route), MessageBody })));

/** How many messages the dead-letter queue of a route has, shown to somebody or not. */
export const lettersIn = (system: System, route: Route): Promise<number> =>
  inSqs(system, async (sqs) => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const input = { QueueUrl: queueUrl(system, route), AttributeNames: [...names] };
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand(input));
    return names.reduce((sum, name) => sum + Number(Attributes[name]), 0);
  });

/** The event of an upload as it came over the bus, under an id of its own, with changed data. */
export const uploadedEvent = ({ seen }: System, assetId: string, id: string, data: object = {}): object => {
  const event = seen.find(
    ({ 'detail-type': type, detail }) => type === 'AssetUploaded' && JSON.stringify(detail).includes(assetId),
  );
  const detail = event?.detail as AssetUploaded;
  return { ...event, id, detail: { ...detail, data: { ...detail.data, ...data } } };
};
