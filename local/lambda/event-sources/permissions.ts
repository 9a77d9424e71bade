import { AwsError } from '../../aws/error.ts';
import type { Principal } from '../../aws/principal.ts';
import type { Cloud } from '../../aws/service.ts';
import type { FoundFunction } from '../functions.ts';
import type { Mapping } from './mapping.ts';
import { invalid } from './settings.ts';

type Wanted = { sourceArn: string; source: Mapping['source']; onFailure?: string; found: FoundFunction };

/** What Lambda does with a source, in the order in which it looks. */
const QUEUE_ACTIONS = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
const STREAM_ACTIONS = ['GetRecords', 'GetShardIterator', 'DescribeStream', 'ListStreams'];

/** Throws as Lambda does where a function's role may not read a source, or the source is not there or does not fit. */
export const requireRights = async (cloud: Cloud, role: Principal, wanted: Wanted): Promise<void> => {
  await (wanted.source === 'queue' ? requireQueue(cloud, role, wanted) : requireStream(cloud, role, wanted));
  if (wanted.onFailure !== undefined) requireDestination(cloud, role, wanted.onFailure);
};

const requireQueue = async (cloud: Cloud, role: Principal, { sourceArn, found }: Wanted): Promise<void> => {
  for (const name of QUEUE_ACTIONS) {
    if (cloud.refusalOf('sqs', role, { action: `sqs:${name}`, resource: sourceArn }))
      throw invalid(`The provided execution role does not have permissions to call ${name} on SQS`);
  }
  const { Attributes } = await cloud
    .call('sqs', 'GetQueueAttributes', { QueueUrl: sourceArn, AttributeNames: ['VisibilityTimeout'] }, role)
    .catch((error: AwsError) => {
      throw invalid(
        `Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: ${error.message}`,
      );
    });
  const visibility = Number((Attributes as { VisibilityTimeout?: string } | undefined)?.VisibilityTimeout ?? 30);
  const { timeoutSeconds } = found.configuration;
  if (visibility < timeoutSeconds)
    throw invalid(
      `Queue visibility timeout: ${visibility} seconds is less than Function timeout: ${timeoutSeconds} seconds`,
    );
};

const requireStream = async (cloud: Cloud, role: Principal, { sourceArn }: Wanted): Promise<void> => {
  const refused = STREAM_ACTIONS.some((name) =>
    cloud.refusalOf('dynamodb', role, {
      action: `dynamodb:${name}`,
      resource: name === 'ListStreams' ? '*' : sourceArn,
    }),
  );
  if (refused)
    throw invalid(
      `Cannot access stream ${sourceArn}. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.`,
    );
  await cloud.call('dynamodbstreams', 'DescribeStream', { StreamArn: sourceArn }, role).catch((error: AwsError) => {
    throw new AwsError('ResourceNotFoundException', `Stream not found: ${sourceArn} (${error.message})`, 404);
  });
};

const DESTINATIONS: Readonly<Record<string, { action: string; words: string }>> = {
  sqs: { action: 'sqs:SendMessage', words: 'SendMessage on SQS' },
  sns: { action: 'sns:Publish', words: 'Publish on SNS' },
  s3: { action: 's3:PutObject', words: 'PutObject on S3' },
};

const requireDestination = (cloud: Cloud, role: Principal, arn: string): void => {
  const service = arn.split(':')[2] ?? '';
  const needed = DESTINATIONS[service];
  if (!needed) return;
  const resource = service === 's3' ? `${arn}/*` : arn;
  if (cloud.refusalOf(service, role, { action: needed.action, resource }))
    throw invalid(`The provided execution role does not have permissions to call ${needed.words}`);
};
