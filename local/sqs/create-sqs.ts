import type { ResourceType } from '../assembly/resource-type.ts';
import type { Service } from '../aws/service.ts';
import type { Backend } from '../backend/client.ts';
import type { Clock } from '../clock.ts';
import type { Fauxqs } from '../fauxqs/fauxqs.ts';
import { statementsIn } from '../iam/policy-text.ts';
import { onBackend } from './on-backend.ts';
import { sqsOperations } from './operations.ts';
import { sqsResources } from './resources.ts';

/** What SQS's actions work on. */
export type Sqs = {
  fauxqs: Fauxqs;
  clock: Clock;
  accountId: string;
  region: string;
  /** The front door's port, which stands in queue URLs; the SDK sends requests where the URL points. */
  port: () => number;
};

export const queueUrl = ({ port, accountId }: Sqs, name: string): string =>
  `http://127.0.0.1:${port()}/${accountId}/${name}`;

export const queueArn = ({ region, accountId }: Sqs, name: string): string =>
  `arn:aws:sqs:${region}:${accountId}:${name}`;

/** The name of the queue that a URL or ARN points at. */
export const queueName = (reference: unknown): string =>
  String(reference ?? '')
    .split(/[/:]/)
    .at(-1) ?? '';

/** SQS on fauxqs' queues. Retention, visibility, delays and long polls go by our clock; on a server of the user's own, by its. */
export const createSqs = (sqs: Sqs, backend?: Backend): { service: Service; resourceTypes: ResourceType[] } => {
  const operations = sqsOperations(sqs);
  const resourceTypes = sqsResources(sqs);
  const there = backend && onBackend(sqs, operations, backend);
  return {
    service: {
      name: 'sqs',
      json: { targetPrefix: 'AmazonSQS', version: '1.0' },
      operations: there?.operations ?? operations,
      policyOf: (arn) => statementsIn(sqs.fauxqs.sqs.getQueueByName(queueName(arn))?.attributes.Policy),
    },
    resourceTypes: there?.resources(resourceTypes) ?? resourceTypes,
  };
};
