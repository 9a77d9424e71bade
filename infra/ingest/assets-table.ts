import type { Construct } from 'constructs';
import { ListedTable } from '../shared/listed-table.ts';

/** Assets, their content and its renditions; `byCreation` lists the assets, newest last. */
export class AssetsTable extends ListedTable {
  constructor(scope: Construct, id: string) {
    super(scope, id, { index: 'byCreation', timeToLiveAttribute: 'expiresAt' });
  }
}
