import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { modelOf } from '../../infra/chat/model.ts';
import { type ChatSettings, stageOf } from '../../infra/shared/stage.ts';
import { LEASE } from '../../services/chat/settings.ts';
import { appOf, templatesOf } from './synthesized.ts';

const MODEL = 'amazon.nova-lite-v1:0';
const PROFILE = `arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.${MODEL}`;
const BEHIND = ['us-east-1', 'us-west-2'].map((region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`);

const chatOf = (chat?: Partial<ChatSettings>): Template => templatesOf(appOf('dev', { chat })).Chat ?? expect.fail();

/** What is set of the functions below `services/chat/`, by their folder. */
const functionsOf = (template: Template) =>
  new Map(
    Object.values(template.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => [String(Properties.Description).replace('Marquee chat/', ''), Properties] as const,
    ),
  );

const flat = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::Join': join } = value as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  return join ? join[1].map(flat).join(join[0]) : `<${Ref}>`;
};

type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };

/** What may be done with Bedrock, with references as `<Name>`. */
const grantsOf = (template: Template): string[] =>
  Object.values(template.findResources('AWS::IAM::Policy'))
    .flatMap(({ Properties }): Statement[] => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('bedrock:')))
    .map(({ Action, Resource, Condition }) => {
      const condition = Condition ? ` if ${JSON.stringify(Condition)}` : '';
      return `${[Action].flat().join(' ')} on ${[Resource].flat().map(flat).join(' ')}${condition}`;
    });

test('without a model nothing of Bedrock is in a template', () => {
  const template = chatOf();
  expect([...functionsOf(template).keys()]).toContain('compose-answer');
  expect(JSON.stringify(template.toJSON())).not.toMatch(/bedrock|converse-answer|CHAT_MODEL/i);
});

describe('with a model', () => {
  const template = chatOf({ model: MODEL });

  test('it words the answers: the same state calls another function, which may ask this model alone', () => {
    const functions = functionsOf(template);
    expect(functions.has('compose-answer')).toBe(false);
    expect(functions.get('converse-answer')).toMatchObject({
      Timeout: 25,
      Environment: { Variables: { CHAT_MODEL: JSON.stringify({ id: MODEL }) } },
    });
    expect(grantsOf(template)).toEqual([
      `bedrock:InvokeModelWithResponseStream on arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model/${MODEL}`,
    ]);
  });

  test('an execution has its turn for longer than its steps may take', () => {
    const functions = functionsOf(template);
    const seconds = ['begin-turn', 'understand-turn', 'converse-answer', 'deliver-answer'].map(
      (name): number => functions.get(name)?.Timeout,
    );
    expect(seconds.reduce((sum, each) => sum + each)).toBeLessThan(LEASE / 1000);
  });
});

test('with an inference profile and a guardrail, its models may be asked through it only', () => {
  const template = chatOf({ model: PROFILE, modelsOfProfile: BEHIND, guardrail: 'abcd1234:2' });
  expect(grantsOf(template)).toEqual([
    `bedrock:InvokeModelWithResponseStream on ${PROFILE}`,
    `bedrock:InvokeModelWithResponseStream on ${BEHIND.join(' ')} if ${JSON.stringify({ ArnEquals: { 'bedrock:InferenceProfileArn': PROFILE } })}`,
    'bedrock:ApplyGuardrail on arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>:guardrail/abcd1234',
  ]);
  expect(JSON.parse(functionsOf(template).get('converse-answer')?.Environment.Variables.CHAT_MODEL)).toEqual({
    id: PROFILE,
    guardrail: { id: 'abcd1234', version: '2' },
  });
});

test.each<[string, Partial<ChatSettings>, string]>([
  ['a profile by its id', { model: `us.${MODEL}` }, `chat.model "us.${MODEL}": give a model's id`],
  ['no id', { model: 'nova' }, 'chat.model "nova"'],
  ['all models', { model: 'amazon.*' }, 'chat.model "amazon.*"'],
  ['a profile without its models', { model: PROFILE }, 'chat.modelsOfProfile: give the ARNs'],
  ['models that are no ARNs', { model: PROFILE, modelsOfProfile: [MODEL] }, 'chat.modelsOfProfile'],
  [
    'all models behind a profile',
    { model: PROFILE, modelsOfProfile: ['arn:aws:bedrock:*::foundation-model/*'] },
    'chat.modelsOfProfile',
  ],
  ['models behind no profile', { model: MODEL, modelsOfProfile: BEHIND }, 'chat.modelsOfProfile'],
  ['a guardrail without a version', { model: MODEL, guardrail: 'abcd' }, 'chat.guardrail "abcd"'],
])('%s is refused by the name of the setting', (_, chat, message) => {
  expect(() => modelOf(stageOf('dev', chat).chat)).toThrow(message);
});
