import { Pool } from 'undici';
import { AwsError } from '../aws/error.ts';
import type { SignRequest } from '../backend/sign.ts';
import type { Server } from './dynoxide.ts';

export type Forward = {
  call(targetPrefix: string, operation: string, input: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
};

/** Operations whose input or output holds ARNs; items are never touched, whatever they hold. */
const WITH_ARNS =
  /^(?:CreateTable|DescribeTable|UpdateTable|DeleteTable|DescribeStream|ListStreams|GetShardIterator|TagResource|UntagResource|ListTagsOfResource)$/;

const ARN = /arn:aws:dynamodb:([^:"]+:\d*):/g;

/** Calls the server behind DynamoDB over connections that are kept, with ARNs turned to our region and account. */
export const createForward = (
  server: Server,
  { region, accountId }: { region: string; accountId: string },
  /** Signs a request for a server of the user's own. */
  signed?: SignRequest,
): Forward => {
  const pool = new Pool(server.endpoint, { connections: 32 });
  const ours = `arn:aws:dynamodb:${region}:${accountId}:`;
  // Servers make their region up ("dynoxide", "ddblocal"); which, its answers tell.
  let theirs = ours;

  const read = (operation: string, text: string): Record<string, unknown> => {
    const translated = WITH_ARNS.test(operation)
      ? text.replace(ARN, (arn) => {
          theirs = arn;
          return ours;
        })
      : text;
    return translated === '' ? {} : (JSON.parse(translated) as Record<string, unknown>);
  };

  const call: Forward['call'] = async (targetPrefix, operation, input) => {
    const failure = server.failure();
    if (failure) throw new AwsError('InternalServerError', `DynamoDB is not there: ${failure}`, 500);
    // Until an answer has told, any table's description does.
    if (theirs === ours && /"(?:StreamArn|ResourceArn)"/.test(JSON.stringify(Object.keys(input)))) await learn();
    const body = JSON.stringify(byName(input));
    const sent = WITH_ARNS.test(operation) ? body.replaceAll(ours, theirs) : body;
    const response = await pool.request({
      method: 'POST',
      path: '/',
      headers: await headersOf(`${targetPrefix}.${operation}`, sent),
      body: sent,
    });
    const output = read(operation, await response.body.text());
    if (response.statusCode >= 400) throw errorOf(output, response.statusCode);
    return output;
  };

  const headersOf = async (target: string, body: string): Promise<Record<string, string>> => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target };
    if (signed) return signed(headers, body);
    // The front door has verified the caller; our own server only looks for the form.
    const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
    return { ...headers, authorization, 'x-amz-date': '20260101T000000Z' };
  };

  const learn = async (): Promise<void> => {
    const { TableNames = [] } = (await call('DynamoDB_20120810', 'ListTables', { Limit: 1 })) as {
      TableNames?: string[];
    };
    if (TableNames[0]) await call('DynamoDB_20120810', 'DescribeTable', { TableName: TableNames[0] });
  };

  return { call, close: () => pool.close() };
};

/** A table may be named by its ARN, which servers do not know. */
const byName = (input: object): object => {
  const { TableName } = input as { TableName?: unknown };
  if (typeof TableName !== 'string' || !TableName.startsWith('arn:')) return input;
  return { ...input, TableName: TableName.slice(TableName.lastIndexOf('/') + 1) };
};

const errorOf = (output: Readonly<Record<string, unknown>>, status: number): AwsError => {
  const { __type, message, Message, ...members } = output;
  const code = String(__type ?? 'InternalServerError').replace(/^.*#/, '');
  const error = new AwsError(code, String(message ?? Message ?? ''), status, members);
  if (status >= 500 && /disk is full/.test(error.message))
    error.cause = Object.assign(new Error(error.message), { code: 'ENOSPC' });
  return error;
};
