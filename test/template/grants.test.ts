import { expect, test } from 'vitest';
import { readAssembly, type Stack } from '../../local/assembly/read-assembly.ts';
import { testAssembly } from '../end-to-end/assembly.ts';

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };
type Role = { logicalId: string; statements: Statement[] };

/** `arn:aws:s3:::bucket/uploads/*` and the like, with references as `<LogicalId.Attribute>` and hashes left out. */
const flat = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).join(', ');
  const [[name, argument] = ['', '']] = Object.entries(value as object);
  if (name === 'Ref') return `<${plain(String(argument))}>`;
  if (name === 'Fn::GetAtt') return `<${plain(argument[0])}.${argument[1]}>`;
  if (name === 'Fn::ImportValue') return `<${plain(String(argument).replace(/^.*ExportsOutput(FnGetAtt|Ref)/, ''))}>`;
  if (name === 'Fn::Join') return argument[1].map(flat).join(argument[0]);
  throw new Error(`cannot print ${JSON.stringify(value)}`);
};

/** Logical ids end in eight hex digits, in exports followed by the attribute and eight more. */
const plain = (id: string): string =>
  id.replace(/([0-9A-F]{8})(Arn|StreamArn)?([0-9A-F]{8})?$/, (_, __, attribute = '') =>
    attribute ? `.${attribute}` : '',
  );

const rolesOf = (stacks: readonly Stack[]): Record<string, string[]> => {
  const roles: Record<string, Role> = {};
  for (const { name, template } of stacks) {
    const domain = name.split('-').at(-1);
    const resources = Object.entries(template.Resources);
    for (const [logicalId, { Type }] of resources)
      if (Type === 'AWS::IAM::Role') roles[`${domain}/${logicalId}`] = { logicalId, statements: [] };
    for (const [, { Type, Properties }] of resources) {
      if (Type !== 'AWS::IAM::Policy') continue;
      const { Roles, PolicyDocument } = Properties as {
        Roles: { Ref: string }[];
        PolicyDocument: { Statement: Statement[] };
      };
      for (const { Ref } of Roles) roles[`${domain}/${Ref}`]?.statements.push(...PolicyDocument.Statement);
    }
  }
  return Object.fromEntries(
    Object.entries(roles).map(([name, { statements }]) => [
      plain(name).replace(/Role$/, ''),
      statements.map(({ Effect, Action, Resource, Condition }) => {
        expect(Effect).toBe('Allow');
        const condition = Condition ? ` if ${JSON.stringify(Condition)}` : '';
        return `${[Action].flat().join(' ')} on ${flat(Resource)}${condition}`;
      }),
    ]),
  );
};

const log = (construct: string): string => `logs:CreateLogStream logs:PutLogEvents on <${construct}Log.Arn>`;
const logDelivery =
  'logs:CreateLogDelivery logs:GetLogDelivery logs:UpdateLogDelivery logs:DeleteLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:DescribeResourcePolicies logs:DescribeLogGroups on *';
const workflowTraces =
  'xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets on *';
const traces = 'xray:PutTraceSegments xray:PutTelemetryRecords on *';

test('each role may do exactly what its function or workflow does', () => {
  expect(rolesOf(readAssembly(testAssembly()).stacks)).toEqual({
    'Content/ApiCancelSchedule': [
      log('ApiCancelSchedule'),
      traces,
      'dynamodb:GetItem dynamodb:PutItem on <ContentTable.Arn>',
    ],
    'Content/ApiCompareRevisions': [log('ApiCompareRevisions'), traces, 'dynamodb:GetItem on <ContentTable.Arn>'],
    'Content/ApiCreateItem': [
      log('ApiCreateItem'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem dynamodb:PutItem dynamodb:DeleteItem on <ContentTable.Arn>',
      'dynamodb:BatchGetItem on <AssetsTable.Arn>',
    ],
    'Content/ApiListItems': [log('ApiListItems'), traces, 'dynamodb:Query on <ContentTable.Arn>/index/byUpdate'],
    'Content/ApiListRevisions': [
      log('ApiListRevisions'),
      traces,
      'dynamodb:GetItem dynamodb:Query on <ContentTable.Arn>',
    ],
    'Content/ApiRequestPreview': [
      log('ApiRequestPreview'),
      traces,
      'dynamodb:GetItem dynamodb:PutItem on <ContentTable.Arn>',
      'cloudfront-keyvaluestore:DescribeKeyValueStore cloudfront-keyvaluestore:GetKey cloudfront-keyvaluestore:PutKey on <EdgeRoutes.Arn>',
    ],
    'Content/ApiRequestPublication': [
      log('ApiRequestPublication'),
      traces,
      'dynamodb:BatchGetItem dynamodb:PutItem on <ContentTable.Arn>',
    ],
    'Content/ApiRequestRebuild': [log('ApiRequestRebuild'), traces, 'dynamodb:PutItem on <ContentTable.Arn>'],
    'Content/ApiRestoreItem': [
      log('ApiRestoreItem'),
      traces,
      'dynamodb:GetItem dynamodb:PutItem on <ContentTable.Arn>',
    ],
    'Content/ApiRestoreRevision': [
      log('ApiRestoreRevision'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem dynamodb:PutItem dynamodb:DeleteItem on <ContentTable.Arn>',
      'dynamodb:BatchGetItem on <AssetsTable.Arn>',
    ],
    'Content/ApiSaveItem': [
      log('ApiSaveItem'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem dynamodb:PutItem dynamodb:DeleteItem on <ContentTable.Arn>',
      'dynamodb:BatchGetItem on <AssetsTable.Arn>',
    ],
    'Content/ApiSchedulePublication': [
      log('ApiSchedulePublication'),
      traces,
      'dynamodb:BatchGetItem dynamodb:PutItem on <ContentTable.Arn>',
      'scheduler:CreateSchedule scheduler:DeleteSchedule on arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/MarqueetestContent-Schedules-Group-09AC8064/*',
      'iam:PassRole on <SchedulesRole.Arn> if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
    ],
    'Content/ApiShowHistory': [log('ApiShowHistory'), traces, 'dynamodb:GetItem dynamodb:Query on <ContentTable.Arn>'],
    'Content/ApiShowItem': [log('ApiShowItem'), traces, 'dynamodb:GetItem on <ContentTable.Arn>'],
    'Content/ApiShowPublication': [log('ApiShowPublication'), traces, 'dynamodb:GetItem on <ContentTable.Arn>'],
    'Content/ApiShowRevision': [log('ApiShowRevision'), traces, 'dynamodb:GetItem on <ContentTable.Arn>'],
    'Content/ApiTrashItem': [log('ApiTrashItem'), traces, 'dynamodb:GetItem dynamodb:PutItem on <ContentTable.Arn>'],
    'Content/BeginDuePublication': [
      log('BeginDuePublication'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem dynamodb:PutItem on <ContentTable.Arn>',
      'sqs:SendMessage on <PublicationDueDeadLetters.Arn>',
    ],
    'Content/PublishingBuildSite': [
      log('PublishingBuildSite'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem dynamodb:UpdateItem dynamodb:Query on <ContentTable.Arn>',
      's3:GetObject on <Media.Arn>/media/*',
      's3:GetObject on <Pages.Arn>/plans/*',
      's3:GetObject on <Pages.Arn>/versions/*',
      's3:GetObject on <Pages.Arn>/documents/*',
      's3:PutObject on <Pages.Arn>/pages/*',
      's3:PutObject on <Pages.Arn>/site/*',
      's3:PutObject on <Pages.Arn>/documents/*',
      's3:PutObject on <Pages.Arn>/knowledge/*',
      's3:PutObject on <Pages.Arn>/versions/*',
    ],
    'Content/PublishingPlan': [
      log('PublishingPlan'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem on <ContentTable.Arn>',
      'dynamodb:BatchGetItem on <AssetsTable.Arn>',
      's3:GetObject on <Pages.Arn>/versions/*',
      's3:GetObject on <Pages.Arn>/site/*',
      's3:PutObject on <Pages.Arn>/plans/*',
      's3:PutObject on <Pages.Arn>/site/*',
    ],
    'Content/PublishingPlanRebuild': [
      log('PublishingPlanRebuild'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem on <ContentTable.Arn>',
      's3:GetObject on <Pages.Arn>/versions/*',
      's3:GetObject on <Pages.Arn>/site/*',
      's3:PutObject on <Pages.Arn>/plans/*',
      's3:PutObject on <Pages.Arn>/site/*',
    ],
    'Content/PublishingPreviewContent': [
      logDelivery,
      workflowTraces,
      'lambda:InvokeFunction on <PublishingRenderPreviewLive>',
    ],
    'Content/PublishingPreviewRequested': ['states:StartExecution on <PublishingPreviewContentStateMachine>'],
    'Content/PublishingPublishContent': [
      logDelivery,
      workflowTraces,
      'lambda:InvokeFunction on <PublishingPlanLive>, <PublishingRenderPagesLive>, <PublishingBuildSiteLive>, <PublishingSwitchLive>, <PublishingRecordLive>, <PublishingRecordFailureLive>',
      'dynamodb:UpdateItem dynamodb:PutItem on <ContentTable.Arn>',
      'cloudfront:CreateInvalidation on arn:aws:cloudfront::<AWS::AccountId>:distribution/<Distribution>',
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.content"}}',
    ],
    'Content/PublishingPublishRequested': ['states:StartExecution on <PublishingPublishContentStateMachine>'],
    'Content/PublishingRebuildRequested': ['states:StartExecution on <PublishingRebuildSiteStateMachine>'],
    'Content/PublishingRebuildSite': [
      logDelivery,
      workflowTraces,
      'lambda:InvokeFunction on <PublishingPlanRebuildLive>, <PublishingRenderPagesLive>, <PublishingBuildSiteLive>, <PublishingSwitchLive>, <PublishingRecordLive>, <PublishingRecordFailureLive>',
      'dynamodb:UpdateItem dynamodb:PutItem on <ContentTable.Arn>',
      'cloudfront:CreateInvalidation on arn:aws:cloudfront::<AWS::AccountId>:distribution/<Distribution>',
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.content"}}',
      's3:GetObject on <Pages.Arn>/plans/*',
      'states:StartExecution on <PublishingRebuildSiteStateMachine>',
      'states:DescribeExecution states:StopExecution on arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<PublishingRebuildSiteStateMachine.Name>:*',
      'states:RedriveExecution on arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<PublishingRebuildSiteStateMachine.Name>/RenderEverything:*',
    ],
    'Content/PublishingRecord': [
      log('PublishingRecord'),
      traces,
      'dynamodb:GetItem dynamodb:PutItem on <ContentTable.Arn>',
      'dynamodb:BatchGetItem on <AssetsTable.Arn>',
      's3:GetObject on <Pages.Arn>/versions/*',
      'scheduler:CreateSchedule on arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/MarqueetestContent-Schedules-Group-09AC8064/*',
      'iam:PassRole on <SchedulesRole.Arn> if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
    ],
    'Content/PublishingRecordFailure': [
      log('PublishingRecordFailure'),
      traces,
      'dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem on <ContentTable.Arn>',
    ],
    'Content/PublishingRefreshRequested': ['states:StartExecution on <PublishingPublishContentStateMachine>'],
    'Content/PublishingRenderPages': [
      log('PublishingRenderPages'),
      traces,
      'dynamodb:BatchGetItem on <ContentTable.Arn>',
      's3:GetObject on <Media.Arn>/media/*',
      's3:GetObject on <Pages.Arn>/plans/*',
      's3:GetObject on <Pages.Arn>/versions/*',
      's3:PutObject on <Pages.Arn>/pages/*',
      's3:PutObject on <Pages.Arn>/plans/*',
      's3:PutObject on <Pages.Arn>/site/*',
    ],
    'Content/PublishingRenderPreview': [
      log('PublishingRenderPreview'),
      traces,
      'dynamodb:GetItem dynamodb:BatchGetItem on <ContentTable.Arn>',
      'dynamodb:BatchGetItem on <AssetsTable.Arn>',
      's3:GetObject on <Media.Arn>/media/*',
      's3:GetObject on <Pages.Arn>/versions/*',
      's3:GetObject on <Pages.Arn>/site/*',
      's3:PutObject on <Pages.Arn>/previews/*',
      's3:PutObject on <Pages.Arn>/site/*',
      'cloudfront-keyvaluestore:DescribeKeyValueStore cloudfront-keyvaluestore:GetKey cloudfront-keyvaluestore:PutKey on <EdgeRoutes.Arn>',
    ],
    'Content/PublishingSwitchLive': [
      log('PublishingSwitchLive'),
      traces,
      'dynamodb:GetItem dynamodb:UpdateItem dynamodb:DeleteItem on <ContentTable.Arn>',
      's3:GetObject on <Pages.Arn>/versions/*',
      'cloudfront-keyvaluestore:DescribeKeyValueStore cloudfront-keyvaluestore:UpdateKeys on <EdgeRoutes.Arn>',
    ],
    'Content/PublishingUnpublishContent': [
      logDelivery,
      workflowTraces,
      'lambda:InvokeFunction on <PublishingPlanLive>, <PublishingRenderPagesLive>, <PublishingBuildSiteLive>, <PublishingSwitchLive>, <PublishingRecordLive>, <PublishingRecordFailureLive>',
      'dynamodb:UpdateItem dynamodb:PutItem on <ContentTable.Arn>',
      'cloudfront:CreateInvalidation on arn:aws:cloudfront::<AWS::AccountId>:distribution/<Distribution>',
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.content"}}',
    ],
    'Content/PublishingUnpublishRequested': ['states:StartExecution on <PublishingUnpublishContentStateMachine>'],
    'Content/RefreshAsset': [
      log('RefreshAsset'),
      traces,
      'dynamodb:GetItem dynamodb:PutItem on <ContentTable.Arn>',
      's3:GetObject on <Pages.Arn>/versions/*',
      'sqs:SendMessage on <AssetChangedDeadLetters.Arn>',
    ],
    'Content/Schedules': [
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.content"}}',
      'sqs:SendMessage on <SchedulesDeadLetters.Arn>',
    ],
    'Ingest/AnnounceObjectChange': [
      log('AnnounceObjectChange'),
      traces,
      'dynamodb:GetItem on <AssetsTable.Arn>',
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.ingest"}}',
      'sqs:SendMessage on <ObjectChangesDeadLetters.Arn>',
    ],
    'Ingest/ContentRelay': [
      log('ContentRelay'),
      traces,
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.ingest"}}',
      'sqs:SendMessage on <ContentRelayDeadLetters.Arn>',
      'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on <ContentTable.StreamArn>',
      'dynamodb:ListStreams on *',
    ],
    'Ingest/IssueUploadTicket': [
      log('IssueUploadTicket'),
      traces,
      'dynamodb:PutItem on <AssetsTable.Arn>',
      's3:PutObject on <Uploads.Arn>/uploads/*',
    ],
    'Ingest/RecogniseUpload': [log('RecogniseUpload'), traces, 's3:GetObject on <Uploads.Arn>/uploads/*'],
    'Ingest/RemoveOriginal': [
      log('RemoveOriginal'),
      traces,
      'dynamodb:GetItem dynamodb:UpdateItem on <AssetsTable.Arn>',
      's3:DeleteObject on <Uploads.Arn>/uploads/*',
      's3:DeleteObject on <Uploads.Arn>/quarantine/*',
    ],
    'Media/AssetRemoved': ['states:StartExecution on <RemoveAssetWorkflowStateMachine>'],
    'Media/AssetUploaded': ['states:StartExecution on <ProcessAssetWorkflowStateMachine>'],
    'Media/InspectFilm': [log('InspectFilm'), traces, 's3:GetObject on <Uploads.Arn>/uploads/*'],
    'Media/InspectImage': [log('InspectImage'), traces, 's3:GetObject on <Uploads.Arn>/uploads/*'],
    'Media/ListAssets': [
      log('ListAssets'),
      traces,
      'dynamodb:Query on <AssetsTable.Arn>/index/byCreation',
      'cloudfront-keyvaluestore:DescribeKeyValueStore cloudfront-keyvaluestore:GetKey cloudfront-keyvaluestore:PutKey on <EdgeRoutes.Arn>',
    ],
    'Media/MakeRenditions': [
      log('MakeRenditions'),
      traces,
      'dynamodb:Query dynamodb:PutItem dynamodb:BatchWriteItem on <AssetsTable.Arn>',
      's3:GetObject on <Uploads.Arn>/uploads/*',
      's3:PutObject on <Media.Arn>/media/*',
    ],
    'Media/ProcessAssetWorkflow': [
      logDelivery,
      workflowTraces,
      'lambda:InvokeFunction on <RecogniseUploadLive>, <InspectImageLive>, <InspectFilmLive>, <MakeRenditionsLive>, <PublishManifestLive>',
      'dynamodb:UpdateItem dynamodb:GetItem on <AssetsTable.Arn>',
      's3:GetObject s3:DeleteObject on <Uploads.Arn>/uploads/*',
      's3:PutObject on <Uploads.Arn>/quarantine/*',
      's3:PutObject on <Media.Arn>/media/*',
      'states:StartExecution on <RemoveAssetWorkflowStateMachine>',
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.media"}}',
    ],
    'Media/PublishManifest': [
      log('PublishManifest'),
      traces,
      'dynamodb:Query on <AssetsTable.Arn>',
      's3:PutObject on <Media.Arn>/media/*',
    ],
    'Media/RemoveAssetWorkflow': [
      logDelivery,
      workflowTraces,
      'dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:Query on <AssetsTable.Arn>',
      's3:ListBucket on <Media.Arn> if {"StringLike":{"s3:prefix":"media/*"}}',
      's3:DeleteObject on <Media.Arn>/media/*',
    ],
    'Media/RenditionRetryRequested': ['states:StartExecution on <ProcessAssetWorkflowStateMachine>'],
    'Media/RetryRendition': [
      log('RetryRendition'),
      traces,
      'dynamodb:GetItem dynamodb:Query on <AssetsTable.Arn>',
      'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.media"}}',
    ],
    'Media/ShowAsset': [
      log('ShowAsset'),
      traces,
      'dynamodb:GetItem dynamodb:Query on <AssetsTable.Arn>',
      'cloudfront-keyvaluestore:DescribeKeyValueStore cloudfront-keyvaluestore:GetKey cloudfront-keyvaluestore:PutKey on <EdgeRoutes.Arn>',
    ],
  });
});
