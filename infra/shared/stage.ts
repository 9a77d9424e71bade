import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What differs between stages; every other name than those known here is treated as a short-lived one, like `dev`. */
export type Stage = {
  readonly name: string;
  /** Whether data outlives the stacks. */
  readonly removalPolicy: RemovalPolicy;
  readonly logRetention: RetentionDays;
  readonly pointInTimeRecovery: boolean;
  readonly chat: ChatSettings;
};

type Rate = { readonly perSecond: number; readonly burst: number };

/** How a stage's chatbot answers, and how much. */
export type ChatSettings = {
  /**
   * A model of Amazon Bedrock, by its id or the ARN of an inference profile, that words the answers, such as
   * `amazon.nova-lite-v1:0`. Without one they are made of sentences of their sources.
   */
  readonly model?: string;
  /**
   * Where `model` is an inference profile: the ARNs of the foundation models that it leads to, in all its regions, as
   * `aws bedrock get-inference-profile` shows them.
   */
  readonly modelsOfProfile?: readonly string[];
  /** A guardrail of Bedrock that the model's input and output pass, with its version: `abcd1234:1`. */
  readonly guardrail?: string;
  readonly limits: Readonly<
    Record<'turnsOfConversation' | 'turnsOfAddress' | 'conversationsOfAddress' | 'turns', Rate>
  >;
  /** Hours for which a person is waited for. */
  readonly personWithinHours: number;
};

const CHAT: ChatSettings = {
  limits: {
    turnsOfConversation: { perSecond: 0.5, burst: 5 },
    // A school or an office has one address.
    turnsOfAddress: { perSecond: 5, burst: 60 },
    conversationsOfAddress: { perSecond: 0.5, burst: 60 },
    // What a laptop with two cores answers.
    turns: { perSecond: 25, burst: 40 },
  },
  personWithinHours: 12,
};

/** Of stages that are there to stay: on AWS functions run side by side. */
const CHAT_OF_MANY: ChatSettings = { ...CHAT, limits: { ...CHAT.limits, turns: { perSecond: 150, burst: 600 } } };

/** What is different in one stage, by its name: `prod: { model: 'amazon.nova-lite-v1:0' }`. */
const CHAT_OF_STAGE: Readonly<Record<string, Partial<ChatSettings>>> = {};

const NAME = /^[a-z][a-z0-9-]{0,19}$/;

/** The settings of a stage, with `chat` in the place of its own. Throws where `name` cannot be part of a stack's name. */
export const stageOf = (name: string, chat: Partial<ChatSettings> = {}): Stage => {
  if (!NAME.test(name)) {
    throw new Error(
      `--stage ${JSON.stringify(name)} cannot name a stage: use 1 to 20 lower-case letters, digits and hyphens, beginning with a letter.`,
    );
  }
  const kept = name === 'prod' || name === 'staging';
  return {
    name,
    removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    logRetention: kept ? RetentionDays.SIX_MONTHS : RetentionDays.TWO_WEEKS,
    pointInTimeRecovery: kept,
    chat: { ...(kept ? CHAT_OF_MANY : CHAT), ...CHAT_OF_STAGE[name], ...chat },
  };
};
