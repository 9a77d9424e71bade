import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConverseStreamRequest } from '@aws-sdk/client-bedrock-runtime';
import { eventFrame } from './event-frame.ts';

type Ending = 'end' | 'reset' | 'silence';
type Frame = { event: string; payload: object } | { exception: string; message: string };

/** A stream that ends, breaks off or falls silent behind its frames. */
export type ModelStream = { frames: readonly Frame[]; ending: Ending };

/** What the stub answers to one request: a stream, or a refusal over HTTP. */
export type ModelReply = ModelStream | { refused: { status: number; type: string } };

export type ModelRequest = {
  modelId: string;
  body: ConverseStreamRequest;
  headers: IncomingMessage['headers'];
  /** Resolves when the connection is done with it, whoever ended it. */
  over: Promise<unknown>;
};

const started: Frame = { event: 'messageStart', payload: { role: 'assistant' } };

/** Pieces of an answer as their frames. */
export const deltas = (...pieces: string[]): Frame[] =>
  pieces.map((text) => ({ event: 'contentBlockDelta', payload: { contentBlockIndex: 0, delta: { text } } }));

/** A stream that breaks off behind some pieces. */
export const brokenOff = (ending: Ending, pieces: readonly string[] = []): ModelStream => ({
  frames: pieces.length > 0 ? [started, ...deltas(...pieces)] : [],
  ending,
});

/** A stream in whose middle an exception comes. */
export const failing = (exception: string, pieces: readonly string[]): ModelStream => ({
  frames: [started, ...deltas(...pieces), { exception, message: 'The stream broke off.' }],
  ending: 'end',
});

/** A whole stream, as Bedrock sends it. */
export const whole = (pieces: readonly string[], stopReason = 'end_turn'): ModelStream => ({
  frames: [
    ...[started, ...deltas(...pieces)],
    { event: 'contentBlockStop', payload: { contentBlockIndex: 0 } },
    { event: 'messageStop', payload: { stopReason } },
    {
      event: 'metadata',
      payload: { usage: { inputTokens: 321, outputTokens: 12, totalTokens: 333 }, metrics: { latencyMs: 42 } },
    },
  ],
  ending: 'end',
});

const bytesOf = (frame: Frame): Buffer => {
  const payload = 'event' in frame ? frame.payload : { message: frame.message };
  const kind: Record<string, string> =
    'event' in frame
      ? { ':event-type': frame.event, ':content-type': 'application/json', ':message-type': 'event' }
      : { ':exception-type': frame.exception, ':content-type': 'application/json', ':message-type': 'exception' };
  return eventFrame(kind, Buffer.from(JSON.stringify(payload)));
};

const answer = (reply: ModelReply, response: ServerResponse): void => {
  if ('refused' in reply) {
    const { status, type } = reply.refused;
    response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
    response.end(JSON.stringify({ message: 'Refused.' }));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
  response.flushHeaders();
  const sent = reply.frames.map(bytesOf);
  const end = (): void => {
    if (reply.ending === 'end') response.end();
    if (reply.ending === 'reset') response.socket?.resetAndDestroy();
  };
  if (sent.length === 0) end();
  // What was written has to be on its way before the connection is cut.
  for (const [index, bytes] of sent.entries()) response.write(bytes, index === sent.length - 1 ? end : undefined);
};

const ROUTE = /^\/model\/([^/]+)\/converse-stream$/;

/** A server that speaks the streaming part of Bedrock's Converse API and answers with `reply`, or with what it makes of the request. */
export const startBedrockStub = async (
  reply: ModelReply | ((request: ModelRequest) => ModelReply),
): Promise<{
  url: string;
  requests: readonly ModelRequest[];
  asked: Promise<ModelRequest>;
  close: () => Promise<void>;
}> => {
  const requests: ModelRequest[] = [];
  const asked = Promise.withResolvers<ModelRequest>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, name] = ROUTE.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || name === undefined)
      return answer({ refused: { status: 404, type: 'UnknownOperationException' } }, response);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as ConverseStreamRequest;
    const over = once(response, 'close');
    const taken = { modelId: decodeURIComponent(name), body, headers: request.headers, over };
    requests.push(taken);
    answer(typeof reply === 'function' ? reply(taken) : reply, response);
    asked.resolve(taken);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...{ requests, asked: asked.promise },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
