import { log, logDelivery, traces, workflowTraces } from './roles.ts';

const TABLE = 'on <ContentTable.Arn>';
const CHANGES = `dynamodb:GetItem dynamodb:PutItem dynamodb:DeleteItem ${TABLE}`;
const LOOKS_UP = `dynamodb:GetItem dynamodb:PutItem dynamodb:DeleteItem dynamodb:BatchGetItem ${TABLE}`;
const ARMS = `dynamodb:GetItem dynamodb:PutItem dynamodb:DeleteItem dynamodb:BatchGetItem dynamodb:Query ${TABLE}`;
const ASSETS = 'dynamodb:BatchGetItem on <AssetsTable.Arn>';
const RENDITIONS = 'dynamodb:Query on <AssetsTable.Arn>';
const VERSIONS = 's3:GetObject on <Pages.Arn>/versions/*';

const service = (name: string, ...grants: string[]): [string, string[]] => [
  `Content/Releases${name}`,
  [log(`Releases${name}`), traces, ...grants],
];

/** What the functions and workflows of releases may do. */
export const RELEASE_GRANTS = {
  'Content/PublishingReleaseChangeRequested': ['states:StartExecution on <PublishContentWorkflow>'],
  'Content/ReleasesScheduled': ['states:StartExecution on <RunReleaseWorkflow>'],
  'Content/ReleasesRollBackRequested': ['states:StartExecution on <RunReleaseWorkflow>'],
  'Content/ReleasesRehearsalRequested': ['states:StartExecution on <RehearseReleaseWorkflow>'],
  'Content/ReleasesRun': [
    logDelivery,
    workflowTraces,
    'lambda:InvokeFunction on <ReleasesOpenWindowLive>, <ReleasesNoteWindowLive>, <ReleasesBeginRollBackLive>, <ReleasesNoteRollBackLive>',
    `dynamodb:UpdateItem dynamodb:GetItem ${TABLE}`,
    'events:PutEvents on <Bus.Arn> if {"StringEquals":{"events:source":"marquee.content"}}',
  ],
  'Content/ReleasesRehearseRelease': [
    logDelivery,
    workflowTraces,
    'lambda:InvokeFunction on <ReleasesRehearseLive>',
    `dynamodb:UpdateItem ${TABLE}`,
  ],
  ...Object.fromEntries([
    service('Create', LOOKS_UP, ASSETS),
    service('List', 'dynamodb:Query on <ContentTable.Arn>/index/byUpdate'),
    service('Show', `dynamodb:GetItem ${TABLE}`),
    service('Save', LOOKS_UP, ASSETS),
    service('Remove', CHANGES),
    service('Disarm', CHANGES),
    service('RollBack', CHANGES, VERSIONS),
    service('Judge', `dynamodb:GetItem dynamodb:BatchGetItem dynamodb:Query ${TABLE}`, ASSETS, VERSIONS, RENDITIONS),
    service('Schedule', ARMS, ASSETS, VERSIONS, RENDITIONS),
    service('ReleaseNow', ARMS, ASSETS, VERSIONS, RENDITIONS),
    service('OpenWindow', LOOKS_UP),
    service('NoteWindow', CHANGES),
    service('BeginRollBack', LOOKS_UP, VERSIONS),
    service('NoteRollBack', CHANGES, VERSIONS),
    service('RequestRehearsal', `dynamodb:GetItem dynamodb:PutItem ${TABLE}`),
    service('ShowRehearsal', `dynamodb:GetItem ${TABLE}`, 's3:GetObject on <Pages.Arn>/rehearsals/*'),
    service(
      'Rehearse',
      `dynamodb:GetItem dynamodb:BatchGetItem dynamodb:PutItem dynamodb:Query ${TABLE}`,
      'dynamodb:Query on <ContentTable.Arn>/index/byUpdate',
      ASSETS,
      's3:GetObject on <Media.Arn>/media/*',
      VERSIONS,
      's3:GetObject on <Pages.Arn>/documents/*',
      's3:GetObject on <Pages.Arn>/site/*',
      's3:PutObject on <Pages.Arn>/previews/*',
      's3:PutObject on <Pages.Arn>/rehearsals/*',
      's3:PutObject on <Pages.Arn>/site/*',
      'cloudfront-keyvaluestore:DescribeKeyValueStore cloudfront-keyvaluestore:GetKey cloudfront-keyvaluestore:PutKey on <EdgeRoutes.Arn>',
    ),
  ]),
};
