import { Construct } from 'constructs';
import { type Api, Route } from '../shared/http-route.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { type ContentResources, type ContentUses, contentService } from './content-service.ts';
import type { Schedules } from './schedules.ts';

export interface ContentApiProps extends ContentResources {
  readonly api: Api;
  readonly schedules: Schedules;
}

/** What reading, deciding and writing an item in one transaction takes. */
const CHANGES = ['GetItem', 'PutItem'];
/** Saving also moves addresses and looks up what the item refers to. */
export const SAVES = { content: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'], assets: true };

/** A page is rendered while its editor types: one full vCPU. */
const DRAFTS: ContentUses = {
  content: ['GetItem', 'BatchGetItem', 'Query'],
  assets: true,
  media: true,
  reads: ['versions/', 'site/'],
  writes: ['site/'],
  signs: true,
  site: true,
};

/** What editors and publishers do with content, each action a route and a function. */
export class ContentApi extends Construct {
  constructor(scope: Construct, id: string, props: ContentApiProps) {
    super(scope, id);
    const { api, schedules } = props;
    const route = (name: string, path: string, service: Nanoservice): void =>
      void new Route(this, `${name}Route`, api, path, service);
    const add = (name: string, folder: string, path: string, uses: Parameters<typeof contentService>[4]): void =>
      route(name, path, contentService(this, name, folder, props, uses));

    add('CreateItem', 'create-item', 'POST /content', SAVES);
    add('ListTypes', 'list-types', 'GET /content-types', {});
    add('ListItems', 'list-items', 'GET /content', { content: ['Index', 'BatchGetItem'] });
    add('ShowItem', 'show-item', 'GET /content/{id}', { content: ['GetItem'] });
    add('SaveItem', 'save-item', 'PUT /content/{id}', SAVES);
    add('TrashItem', 'trash-item', 'DELETE /content/{id}', { content: CHANGES });
    add('RestoreItem', 'restore-item', 'POST /content/{id}/restore', { content: CHANGES });
    add('ShowHistory', 'show-history', 'GET /content/{id}/history', { content: ['GetItem', 'Query'] });
    add('ListRevisions', 'list-revisions', 'GET /content/{id}/revisions', { content: ['GetItem', 'Query'] });
    add('ShowRevision', 'show-revision', 'GET /content/{id}/revisions/{version}', { content: ['GetItem'] });
    add('RestoreRevision', 'restore-revision', 'POST /content/{id}/revisions/{version}/restore', SAVES);
    add('CompareRevisions', 'compare-revisions', 'GET /content/{id}/diff', { content: ['GetItem'] });
    add('RequestPreview', 'request-preview', 'POST /content/{id}/preview', {
      content: CHANGES,
      signs: true,
      site: true,
    });
    const draft = contentService(this, 'RenderDraft', 'render-draft', props, DRAFTS, { memoryMiB: 1769 });
    route('RenderDraft', 'POST /content/{id}/draft', draft);
    add('ShowPublication', 'show-publication', 'GET /content/publications/{id}', { content: ['GetItem'] });
    add('RequestRebuild', 'request-rebuild', 'POST /content/rebuild', { content: ['PutItem'] });
    add('CancelSchedule', 'cancel-schedule', 'DELETE /content/{id}/schedules/{kind}', { content: CHANGES });

    const request = contentService(this, 'RequestPublication', 'request-publication', props, {
      content: ['BatchGetItem', 'PutItem'],
    });
    route('RequestPublication', 'POST /content/{id}/publications', request);
    route('RequestPublications', 'POST /content/publications', request);

    const uses = { content: ['BatchGetItem', 'PutItem'] };
    const schedule = contentService(this, 'SchedulePublication', 'schedule-publication', props, uses, {
      environment: schedules.environment,
    });
    schedules.allow(schedule, ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule']);
    route('SchedulePublication', 'PUT /content/{id}/schedules/{kind}', schedule);
    route('SchedulePublications', 'POST /content/schedules', schedule);
  }
}
