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
  const { Ingest, Media, Content, Chat } = templatesOf(appOf('dev'));
  test.each(Object.entries({ Ingest, Media, Content, Chat }))(
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
  const { Ingest, Media, Content, Chat } = templatesOf(appOf('dev'));
  test.each(Object.entries({ Ingest, Media, Content, Chat }))(
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

type Template = NonNullable<ReturnType<typeof templatesOf>[string]>;

/** Routes of the HTTP API, and what lets it call their functions. */
const routesOf = (template: Template) => {
  const found = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties);
  const permitted = Object.values(
    template.findResources('AWS::Lambda::Permission', { Properties: { Principal: 'apigateway.amazonaws.com' } }),
  );
  return {
    routes: found.filter(({ RouteKey }) => / \//.test(RouteKey)),
    ofSockets: found.filter(({ RouteKey }) => !/ \//.test(RouteKey)),
    sources: permitted.map(({ Properties }) => JSON.stringify(Properties.SourceArn)),
  };
};

/** What fans may call, who are not signed in; all else asks for a token. */
const OPEN = [
  'DELETE /chat/conversations/{id}',
  'GET /chat/ask',
  'GET /chat/conversations/{id}/turns',
  'POST /chat/ask',
  'POST /chat/conversations',
  'POST /chat/conversations/{id}/hand-over',
  'POST /chat/conversations/{id}/turns',
  'POST /chat/conversations/{id}/turns/{turn}/feedback',
  'POST /chat/conversations/{id}/turns/{turn}/later',
];

describe('each route', () => {
  const { Ingest, Media, Content, Chat } = templatesOf(appOf('dev'));
  const templates = [Ingest, Media, Content, Chat].filter((template) => template !== undefined);

  test('asks for a token, but for those of fans', () => {
    const routes = templates.flatMap((template) => routesOf(template).routes);
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType === 'NONE');
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual(OPEN);
    for (const { AuthorizerId } of open) expect(AuthorizerId).toBeUndefined();
    for (const { RouteKey, AuthorizationType, AuthorizerId } of routes) {
      if (!OPEN.includes(RouteKey))
        expect([RouteKey, AuthorizationType, !AuthorizerId]).toEqual([RouteKey, 'JWT', false]);
    }
  });

  test('has a permission for the one function that answers it', () => {
    for (const template of templates) {
      const { routes, ofSockets, sources } = routesOf(template);
      for (const { RouteKey } of routes) expect(sources.join('\n')).toContain(`/*/*${RouteKey.split(' ')[1]}"`);
      for (const { RouteKey } of ofSockets) expect(sources.join('\n')).toContain(`/*${RouteKey}"`);
      expect(sources).toHaveLength(routes.length + ofSockets.length);
    }
  });

  test('of a socket is one that the chat has a function for', () => {
    const keys = templates.map((template) => routesOf(template).ofSockets.map(({ RouteKey }) => RouteKey));
    expect(keys).toEqual([[], [], [], ['$connect', 'resume', '$disconnect']]);
  });
});
