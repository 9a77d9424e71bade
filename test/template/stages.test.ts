import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../infra/app.ts';
import { appOf, templatesOf } from './synthesized.ts';

describe('a stage', () => {
  test('keeps its data when its stacks go only where it is there to stay', () => {
    const policyOf = (stage: string) =>
      Object.values(templatesOf(appOf(stage)).Ingest?.findResources('AWS::DynamoDB::GlobalTable') ?? {}).map(
        ({ DeletionPolicy }) => DeletionPolicy,
      );
    const both = (policy: string): string[] => [policy, policy];
    expect([policyOf('dev'), policyOf('qa'), policyOf('prod')]).toEqual(['Delete', 'Delete', 'Retain'].map(both));
  });

  test('may have any name that fits into that of a stack', () => {
    expect(createApp('spring-launch').node.children.map(({ node }) => node.id)).toContain(
      'Marquee-spring-launch-Media',
    );
    expect(() => createApp('Prod!')).toThrow(/--stage "Prod!" cannot name a stage: use 1 to 20 lower-case letters/);
  });
});

describe('every function', () => {
  const { Ingest, Media, Content } = templatesOf(appOf('dev'));
  test.each(Object.entries({ Ingest, Media, Content }))(
    'of %s runs on Node 24 and arm64, traced, with a log group of its own',
    (_, template) => {
      template?.allResourcesProperties('AWS::Lambda::Function', {
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
      });
      template?.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 14 });
    },
  );
});

describe('every event route', () => {
  const { Ingest, Media, Content } = templatesOf(appOf('dev'));
  test.each(Object.entries({ Ingest, Media, Content }))(
    'of %s retries for a day and has a dead-letter queue',
    (_, template) => {
      template?.allResourcesProperties('AWS::Events::Rule', {
        Targets: [
          Match.objectLike({
            DeadLetterConfig: { Arn: Match.anyValue() },
            RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
          }),
        ],
      });
    },
  );
});

test('each HTTP route asks for a token and names the one function permission that it uses', () => {
  const templates = templatesOf(appOf('dev'));
  for (const template of [templates.Ingest, templates.Media, templates.Content]) {
    template?.allResourcesProperties('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' });
    const routes = Object.values(template?.findResources('AWS::ApiGatewayV2::Route') ?? {}).map(
      ({ Properties }) => Properties.RouteKey,
    );
    const permitted = Object.values(
      template?.findResources('AWS::Lambda::Permission', { Properties: { Principal: 'apigateway.amazonaws.com' } }) ??
        {},
    );
    const sources = permitted.map(({ Properties }) => JSON.stringify(Properties.SourceArn)).join('\n');
    for (const route of routes) expect(sources).toContain(`/*/*${route.split(' ')[1]}`);
    expect(permitted).toHaveLength(routes.length);
  }
});
