import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { allow, allowEvents } from '../shared/allow.ts';
import { type Api, Route } from '../shared/http-route.ts';
import { Nanoservice } from '../shared/nanoservice.ts';
import type { AssetsTable } from './assets-table.ts';

export interface LibraryApiProps {
  readonly api: Api;
  readonly assets: AssetsTable;
  readonly bus: IEventBus;
}

/** What editors say of assets: their details, where they lie, and whether they are in the trash. */
export class LibraryApi extends Construct {
  readonly #props: LibraryApiProps;

  constructor(scope: Construct, id: string, props: LibraryApiProps) {
    super(scope, id);
    this.#props = props;
    const { api, bus } = props;
    const save = this.#service('SaveDetails', 'save-details', { EVENT_BUS_NAME: bus.eventBusName });
    allowEvents(save, bus, 'marquee.ingest');
    new Route(this, 'PutAsset', api, 'PUT /assets/{id}', save);
    new Route(this, 'PostChanges', api, 'POST /assets/changes', this.#service('ChangeAssets', 'change-assets'));
    new Route(this, 'PostTrash', api, 'POST /assets/{id}/trash', this.#service('TrashAsset', 'trash-asset'));
    new Route(this, 'PostRestore', api, 'POST /assets/{id}/restore', this.#service('RestoreAsset', 'restore-asset'));
  }

  /** Each reads an asset and writes it, provided that it is still as it was read. */
  #service(id: string, folder: string, environment: Readonly<Record<string, string>> = {}): Nanoservice {
    const { assets } = this.#props;
    const service = new Nanoservice(this, id, {
      service: `ingest/${folder}`,
      environment: { ASSETS_TABLE: assets.table.tableName, ...environment },
    });
    allow(service, ['dynamodb:GetItem', 'dynamodb:UpdateItem'], [assets.table.tableArn]);
    return service;
  }
}
