import {
  BedrockRuntimeClient,
  type BedrockRuntimeClientConfig,
  type ContentBlock,
  ConverseStreamCommand,
  type GuardrailConverseContentQualifier,
} from '@aws-sdk/client-bedrock-runtime';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as z from 'zod';
import type { Converse } from '../converse-answer/model.ts';

/** The model that words answers: its id, or the ARN of an inference profile, and the guardrail that its text passes. */
export const ChatModel = z.strictObject({
  id: z.string().min(1),
  guardrail: z.strictObject({ id: z.string().min(1), version: z.string().min(1) }).optional(),
});
export type ChatModel = z.infer<typeof ChatModel>;

/** Tokens of an answer: three times the words that it may have, which no language here exceeds. */
const MOST_TOKENS = 300;

/** A client of Bedrock. Closed by `destroy`. */
export const openBedrock = (settings: BedrockRuntimeClientConfig = {}): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    // Nothing is streamed there and back at once, which alone takes the HTTP/2 of this client's default.
    requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000 }),
    // Once more, at once: for a connection that ended while nobody used it. A model that is asked too much is not waited for.
    retryStrategy: new ConfiguredRetryStrategy(2, 20),
    ...settings,
  });

/** Asks a model by the Converse API. */
export const createConverse = (client: BedrockRuntimeClient, { id, guardrail }: ChatModel): Converse =>
  async function* ({ system, sources, question }, signal) {
    // A guardrail looks at what is marked for it: at the question, and whether the answer keeps to the sources.
    const block = (text: string, ...qualifiers: GuardrailConverseContentQualifier[]): ContentBlock =>
      guardrail ? { guardContent: { text: { text, qualifiers } } } : { text };
    const { stream } = await client.send(
      new ConverseStreamCommand({
        modelId: id,
        system: [{ text: system }],
        messages: [
          { role: 'user', content: [block(sources, 'grounding_source'), block(question, 'query', 'guard_content')] },
        ],
        inferenceConfig: { temperature: 0, maxTokens: MOST_TOKENS },
        ...(guardrail
          ? {
              guardrailConfig: {
                guardrailIdentifier: guardrail.id,
                guardrailVersion: guardrail.version,
                streamProcessingMode: 'sync',
              },
            }
          : {}),
      }),
      { abortSignal: signal },
    );
    for await (const { contentBlockDelta, messageStop, metadata } of stream ?? []) {
      if (contentBlockDelta?.delta?.text) yield { text: contentBlockDelta.delta.text };
      if (messageStop) yield { stop: messageStop.stopReason ?? 'unknown' };
      const { inputTokens = 0, outputTokens = 0 } = metadata?.usage ?? {};
      if (metadata) yield { usage: { inputTokens, outputTokens } };
    }
  };
