import type { Construct } from 'constructs';
import { ListedTable } from '../shared/listed-table.ts';

/** Assets, their content and its renditions; `byCreation` lists the assets, newest last, `byChange` by when they last changed. */
export class AssetsTable extends ListedTable {
  readonly changesArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id, {
      index: 'byCreation',
      alsoBy: { index: 'byChange', member: 'updatedAt' },
      timeToLiveAttribute: 'expiresAt',
    });
    this.changesArn = `${this.table.tableArn}/index/byChange`;
  }
}
