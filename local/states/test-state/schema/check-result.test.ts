import { describe, expect, it } from 'vitest';
import type { Json } from '../../language/json.ts';
import { checkResult } from './check-result.ts';

const told = (resource: string, result: Json, strict = true): string => {
  try {
    checkResult(`arn:aws:states:::${resource}`, result, strict);
    return 'fine';
  } catch (error) {
    return (error as Error).message.replace('Mock result schema validation error: ', '');
  }
};

describe('a mocked result', () => {
  it.each<[string, Json, string]>([
    ['sqs:sendMessage', { MessageId: 1 }, "Field 'MessageId' must be a string"],
    ['lambda:invoke', { Payload: { a: 1 } }, "Field 'Payload' must be a string"],
    ['dynamodb:getItem', { Item: [] }, "Field 'Item' must be an object"],
    ['dynamodb:getItem', { Item: { id: { S: 1 } } }, "Field 'S' must be a string"],
    ['dynamodb:getItem', { Item: { id: { BOOL: 'no' } } }, "Field 'BOOL' must be a boolean"],
    ['aws-sdk:dynamodb:query', { Count: '1' }, "Field 'Count' must be a number"],
    [
      'aws-sdk:dynamodb:describeTable',
      { Table: { TableStatus: 'BUSY' } },
      "Field 'TableStatus' is not an expected value",
    ],
    ['aws-sdk:s3:listObjectsV2', { Contents: { Key: 'a' } }, "Field 'Contents' must be an array"],
    ['aws-sdk:s3:listObjectsV2', { Contents: [{ Key: 'a' }, { Size: true }] }, "Field 'Size' must be a number"],
    ['aws-sdk:lambda:listFunctions', { Functions: [{ Timeout: 0 }] }, "Field 'Timeout' is less than the minimum value"],
    ['aws-sdk:kms:decrypt', { Plaintext: '' }, "Field 'Plaintext' is smaller than the minimum length"],
    ['aws-sdk:sfn:describeExecution', { ExecutionArn: 'a' }, "Required field 'StateMachineArn' is missing"],
    ['states:startExecution', { ExecutionArn: 'a', StartDate: 1 }, "Field 'StartDate' must be a string"],
    ['glue:startJobRun', [], 'Mocked result must be a JSON object.'],
  ])('of %s cannot be %j', (resource, result, message) => {
    expect(told(resource, result)).toBe(message);
  });

  it.each<[string, Json]>([
    ['sqs:sendMessage', { MessageId: 'm', Weather: 1 }],
    ['dynamodb:getItem', { Item: { id: { M: { deep: { L: [{ N: '1' }] } } } } }],
    ['states:startExecution', { ExecutionArn: 'a', StartDate: '2026-01-01T00:00:00Z' }],
    ['sqs:sendMessage.waitForTaskToken', 'whatever a worker answers'],
    ['apigateway:invoke', { StatusCode: 'any' }],
  ])('of %s can be %j', (resource, result) => {
    expect(told(resource, result)).toBe('fine');
  });

  it('lacks nothing that is required, unless only what is present counts', () => {
    expect(told('states:startExecution', {})).toBe("Required field 'ExecutionArn' is missing");
    expect(told('states:startExecution', {}, false)).toBe('fine');
    expect(told('states:startExecution', { ExecutionArn: 1 }, false)).toBe("Field 'ExecutionArn' must be a string");
  });

  it('of a job that is waited for is what the job ends with', () => {
    const result = { ExecutionArn: 'a', StateMachineArn: 'm', Status: 'DONE', StartDate: 'now' };
    expect(told('states:startExecution.sync:2', result)).toBe("Field 'Status' is not an expected value");
    expect(told('states:startExecution.sync:2', { ...result, Status: 'SUCCEEDED' })).toBe('fine');
  });

  it('of a function that is the resource itself is anything', () => {
    expect(() => checkResult('arn:aws:lambda:us-east-1:000000000000:function:f', 1, true)).not.toThrow();
  });

  it('of a service that has no schema here is refused with what to do', () => {
    expect(told('aws-sdk:nosuchservice:doIt', {})).toContain('set fieldValidationMode to NONE');
  });
});
