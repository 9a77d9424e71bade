import { Stack } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { allow } from '../shared/allow.ts';
import type { ChatSettings } from '../shared/stage.ts';

const PROFILE = /^arn:aws[\w-]*:bedrock:[a-z0-9-]+:\d{12}:(?:application-)?inference-profile\/[\w.:-]+$/;
const MODEL_ARN = /^arn:aws[\w-]*:bedrock:[a-z0-9-]*::foundation-model\/[\w.:-]+$/;
/** `us.amazon.nova-lite-v1:0` names a profile, which is found only in the account that calls. */
const PROFILE_ID = /^(?:[a-z]{2}|us-gov|apac|global)\./;
const MODEL_ID = /^[a-z0-9-]+\.[\w.:-]+$/;
const GUARDRAIL = /^([a-z0-9]+):(DRAFT|[1-9]\d*)$/;

/** What words the answers, as the stage's settings give it. */
export type Model = {
  /** What the function is told, as `ChatModel` of `services/chat/store/bedrock.ts` reads it. */
  readonly setting: string;
  /** Lets a function ask it, and nothing else of Bedrock. */
  allow(grantee: IGrantable & IConstruct): void;
};

/** The model of a stage, if it has one. Throws with the setting's name where the settings cannot name one. */
export const modelOf = ({ model, modelsOfProfile = [], guardrail }: ChatSettings): Model | undefined => {
  if (model === undefined) return undefined;
  const isProfile = PROFILE.test(model);
  if (!isProfile && (PROFILE_ID.test(model) || !MODEL_ID.test(model)))
    throw new Error(
      `chat.model ${JSON.stringify(model)}: give a model's id, such as amazon.nova-lite-v1:0, or the ARN of an inference profile; \`aws bedrock list-inference-profiles\` shows those of an account.`,
    );
  if (isProfile !== modelsOfProfile.length > 0 || !modelsOfProfile.every((arn) => MODEL_ARN.test(arn)))
    throw new Error(
      `chat.modelsOfProfile: give the ARNs of the models behind an inference profile, and only for one; \`aws bedrock get-inference-profile --inference-profile-identifier ${model}\` shows them.`,
    );
  const [, id, version] = GUARDRAIL.exec(guardrail ?? '') ?? [];
  if (guardrail !== undefined && id === undefined)
    throw new Error(
      `chat.guardrail ${JSON.stringify(guardrail)}: give a guardrail's id and version, such as abcd1234:1.`,
    );
  return {
    setting: JSON.stringify({ id: model, ...(id ? { guardrail: { id, version } } : {}) }),
    allow(grantee) {
      const { region, account, partition } = Stack.of(grantee);
      const ask = ['bedrock:InvokeModelWithResponseStream'];
      if (isProfile) {
        allow(grantee, ask, [model]);
        // The models behind a profile may be asked through it only.
        allow(grantee, ask, modelsOfProfile, { ArnEquals: { 'bedrock:InferenceProfileArn': model } });
      } else allow(grantee, ask, [`arn:${partition}:bedrock:${region}::foundation-model/${model}`]);
      if (id)
        allow(grantee, ['bedrock:ApplyGuardrail'], [`arn:${partition}:bedrock:${region}:${account}:guardrail/${id}`]);
    },
  };
};
