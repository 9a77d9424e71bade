import { expect, test } from 'vitest';
import { nameOf, partsOf, queueArn } from './system.ts';

const resource = (type: string, logicalId: string, physicalId = logicalId) => ({
  ...{ stack: 'Marquee-dev-Media', type, logicalId, physicalId },
});

test('parts are called as their constructs and files are', () => {
  expect(nameOf(resource('AWS::StepFunctions::StateMachine', 'ProcessAssetWorkflow'))).toBe('process-asset');
  expect(nameOf(resource('AWS::Lambda::Function', 'RecogniseUploadFunction5AFDB76D'))).toBe('recognise-upload');
  expect(nameOf(resource('AWS::SQS::Queue', 'AssetUploadedDeadLetters1B2C3D4E'))).toBe('asset-uploaded-dead-letters');
});

test('tables are found whichever of the two types of table the template has', () => {
  const { tables, functions, deadLetterQueues } = partsOf(
    [
      resource('AWS::DynamoDB::GlobalTable', 'ContentTable3F9C1B0A', 'content-1'),
      resource('AWS::DynamoDB::Table', 'OtherTable3F9C1B0B', 'other-1'),
      resource('AWS::Lambda::Function', 'MakeRenditionsFunction5AFDB76D'),
      resource('AWS::SQS::Queue', 'RelayDeadLetters1B2C3D4E', 'https://sqs.us-east-1.amazonaws.com/000000000000/relay'),
    ],
    'us-east-1',
  );
  expect(tables).toMatchObject([{ name: 'content-table', physicalId: 'content-1' }, { name: 'other-table' }]);
  expect(functions).toMatchObject([{ name: 'make-renditions' }]);
  expect(deadLetterQueues).toMatchObject([{ arn: 'arn:aws:sqs:us-east-1:000000000000:relay' }]);
});

test('what is no address of a queue has no ARN', () => {
  expect(queueArn('https://example.org/', 'us-east-1')).toBe('');
});
