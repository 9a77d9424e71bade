import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { ListedTable } from '../shared/listed-table.ts';

/** Items, their revisions and what was done to them; `byUpdate` lists the items, changed last first. Its stream is the outbox. */
export class ContentTable extends ListedTable {
  constructor(scope: Construct, id: string) {
    super(scope, id, { index: 'byUpdate', dynamoStream: StreamViewType.NEW_IMAGE });
  }
}
