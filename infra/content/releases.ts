import { RehearsalRequested } from '@marquee/events/schemas/rehearsal-requested.ts';
import { ReleaseRollBackRequested } from '@marquee/events/schemas/release-roll-back-requested.ts';
import { ReleaseScheduled } from '@marquee/events/schemas/release-scheduled.ts';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { allow, allowEvents } from '../shared/allow.ts';
import { EventRoute } from '../shared/event-route.ts';
import { type Api, Route } from '../shared/http-route.ts';
import type { Nanoservice } from '../shared/nanoservice.ts';
import { Workflow } from '../shared/workflow.ts';
import { type ContentResources, type ContentUses, contentService } from './content-service.ts';

export interface ReleasesProps extends ContentResources {
  readonly api: Api;
  readonly bus: IEventBus;
}

/** What reading, deciding and writing a release in one transaction takes. */
const CHANGES = ['GetItem', 'PutItem', 'DeleteItem'];
const LOOKS_UP: ContentUses = { content: [...CHANGES, 'BatchGetItem'], assets: true };
const JUDGES: ContentUses = {
  content: ['GetItem', 'BatchGetItem', 'Query'],
  assets: true,
  reads: ['versions/'],
  site: true,
};
const BACK: ContentUses = { content: CHANGES, reads: ['versions/'] };
const BEGINS = { content: [...CHANGES, 'BatchGetItem'] };

const REHEARSES: ContentUses = {
  content: ['GetItem', 'BatchGetItem', 'PutItem', 'Query', 'Index'],
  assets: true,
  media: true,
  reads: ['versions/', 'documents/', 'site/'],
  writes: ['previews/', 'rehearsals/', 'site/'],
  signs: true,
  site: true,
};

/** Several items that go public together, at a moment in each territory, and back together. */
export class Releases extends Construct {
  constructor(scope: Construct, id: string, props: ReleasesProps) {
    super(scope, id);
    const { api, bus, content } = props;
    const route = (name: string, path: string, service: Nanoservice): void =>
      void new Route(this, `${name}Route`, api, path, service);
    const add = (name: string, folder: string, path: string, uses: ContentUses): void =>
      route(name, path, contentService(this, name, folder, props, uses));

    add('Create', 'create-release', 'POST /releases', LOOKS_UP);
    add('List', 'list-releases', 'GET /releases', { content: ['Index'] });
    add('Show', 'show-release', 'GET /releases/{id}', { content: ['GetItem'] });
    add('Save', 'save-release', 'PUT /releases/{id}', LOOKS_UP);
    add('Remove', 'remove-release', 'DELETE /releases/{id}', { content: CHANGES });
    add('Disarm', 'disarm-release', 'DELETE /releases/{id}/schedule', { content: CHANGES });
    add('RollBack', 'roll-back-release', 'POST /releases/{id}/roll-back', BACK);
    this.#judging('Judge', 'judge-release', 'GET /releases/{id}/readiness', props, JUDGES);
    const arms = { ...JUDGES, content: [...CHANGES, 'BatchGetItem', 'Query'] };
    this.#judging('Schedule', 'schedule-release', 'POST /releases/{id}/schedule', props, arms);
    this.#judging('ReleaseNow', 'release-now', 'POST /releases/{id}/go', props, arms);

    this.#rehearsing(props);
    const workflow = new Workflow(this, 'Run', {
      definition: 'run-release',
      nanoservices: {
        OpenWindow: contentService(this, 'OpenWindow', 'open-window', props, BEGINS),
        NoteWindow: contentService(this, 'NoteWindow', 'note-window', props, { content: CHANGES }),
        BeginRollBack: contentService(this, 'BeginRollBack', 'begin-roll-back', props, { ...BACK, ...BEGINS }),
        NoteRollBack: contentService(this, 'NoteRollBack', 'note-roll-back', props, BACK),
      },
      substitutions: { ContentTable: content.table.tableName, EventBusName: bus.eventBusName },
    });
    allow(workflow, ['dynamodb:UpdateItem', 'dynamodb:GetItem'], [content.table.tableArn]);
    allowEvents(workflow, bus, 'marquee.content');
    new EventRoute(this, 'Scheduled', { bus, pattern: ReleaseScheduled.pattern, target: workflow });
    new EventRoute(this, 'RollBackRequested', { bus, pattern: ReleaseRollBackRequested.pattern, target: workflow });
  }

  /** Seeing the site and the chatbot as they will be; nobody else does. */
  #rehearsing(props: ReleasesProps): void {
    const { api, bus, content } = props;
    const request = contentService(this, 'RequestRehearsal', 'request-rehearsal', props, {
      content: ['GetItem', 'PutItem'],
    });
    void new Route(this, 'RequestRehearsalRoute', api, 'POST /releases/{id}/rehearsals', request);
    const show = contentService(this, 'ShowRehearsal', 'show-rehearsal', props, {
      content: ['GetItem'],
      reads: ['rehearsals/'],
    });
    void new Route(this, 'ShowRehearsalRoute', api, 'GET /releases/{id}/rehearsals/{rehearsalId}', show);
    const rehearse = contentService(this, 'Rehearse', 'rehearse-release', props, REHEARSES, {
      memoryMiB: 1769,
      timeoutSeconds: 300,
    });
    const workflow = new Workflow(this, 'RehearseRelease', {
      definition: 'rehearse-release',
      nanoservices: { RehearseRelease: rehearse },
      substitutions: { ContentTable: content.table.tableName },
    });
    allow(workflow, ['dynamodb:UpdateItem'], [content.table.tableArn]);
    new EventRoute(this, 'RehearsalRequested', { bus, pattern: RehearsalRequested.pattern, target: workflow });
  }

  /** Judging counts the renditions of every asset, and works out every page that there will be. */
  #judging(name: string, folder: string, path: string, props: ReleasesProps, uses: ContentUses): void {
    const service = contentService(this, name, folder, props, uses, { memoryMiB: 1769, timeoutSeconds: 25 });
    allow(service, ['dynamodb:Query'], [props.assets.table.tableArn]);
    void new Route(this, `${name}Route`, props.api, path, service);
  }
}
