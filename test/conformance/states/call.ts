import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as s3 from '@aws-sdk/client-s3';
import * as states from '@aws-sdk/client-sfn';
import * as sqs from '@aws-sdk/client-sqs';
import type { Endpoint } from './endpoint.ts';
import type { Json, JsonObject } from './recording.ts';

/** What an API answered, shaped as recordings are: the answer, or the error, with the HTTP status. */
export type Answer = { response: JsonObject; error?: { code: string; message: string } };

const MODULES = { states, logs, s3, sqs } as const;
export type ServiceName = keyof typeof MODULES;

type Sender = { send(command: object): Promise<Record<string, unknown>> };

/** Calls an operation over the wire. Answers its error too; throws only where the endpoint cannot be reached. */
export const call = async (
  endpoint: Endpoint,
  service: ServiceName,
  operation: string,
  input: JsonObject,
): Promise<Answer> => {
  const Command = (MODULES[service] as unknown as Record<string, new (input: object) => object>)[`${operation}Command`];
  if (!Command) throw new Error(`${service} has no operation ${operation}.`);
  try {
    const { $metadata, Body, ...answer } = await (endpoint[service] as unknown as Sender).send(
      new Command(wire(input)),
    );
    const body =
      Body === undefined ? {} : { Body: await (Body as { transformToString(): Promise<string> }).transformToString() };
    const status = ($metadata as { httpStatusCode?: number }).httpStatusCode ?? 0;
    return { response: { ...plain({ ...answer, ...body }), ResponseMetadata: { HTTPStatusCode: status } } };
  } catch (error) {
    if (!(error instanceof Error) || !('$metadata' in error)) throw error;
    const {
      name,
      message,
      __type: _____,
      $metadata,
      $fault: _,
      $response: __,
      $service: ___,
      stack: ____,
      ...more
    } = error as Error & Record<string, unknown>;
    const status = ($metadata as { httpStatusCode?: number }).httpStatusCode;
    if (status === undefined) throw error;
    const response = {
      ...plain(more),
      Error: { Code: name, Message: message },
      message,
      ResponseMetadata: { HTTPStatusCode: status },
    };
    return { response, error: { code: name, message } };
  }
};

/** The bytes of a body, whose length the client then knows. */
const wire = (input: JsonObject): object =>
  typeof input.Body === 'string' ? { ...input, Body: Buffer.from(input.Body) } : input;

/** Dates as text, fields without a value left out. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

type Refusal = { code: string; message: string };

/** An error as the recording tool's client words it. */
export const textOf = (operation: string, { code, message }: Refusal): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`;

/** The answer as the recording tool noted an exception that it caught. */
export const exceptionOf = (operation: string, error: Refusal): Json => ({
  exception_typename: error.code,
  exception_value: textOf(operation, error),
});
