import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { settingsOf } from './settings.ts';

export interface ListedTableProps extends Pick<TablePropsV2, 'dynamoStream' | 'timeToLiveAttribute'> {
  /** Name of the index that lists what has a `listPk`, by `listSk`. */
  readonly index: string;
  /** A second index of the same records, by another of their members. */
  readonly alsoBy?: { readonly index: string; readonly member: string };
}

/** A table of records below `pk` and `sk`, some of which an index lists in an order of their own. Nothing of it costs while idle. */
export class ListedTable extends Construct {
  readonly table: TableV2;
  readonly indexArn: string;

  constructor(scope: Construct, id: string, { index, alsoBy, ...more }: ListedTableProps) {
    super(scope, id);
    const { stage } = settingsOf(this);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: index,
          partitionKey: { name: 'listPk', type: AttributeType.STRING },
          sortKey: { name: 'listSk', type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
        ...(alsoBy
          ? [
              {
                indexName: alsoBy.index,
                partitionKey: { name: 'listPk', type: AttributeType.STRING },
                sortKey: { name: alsoBy.member, type: AttributeType.STRING },
                projectionType: ProjectionType.ALL,
              },
            ]
          : []),
      ],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.pointInTimeRecovery },
      deletionProtection: stage.pointInTimeRecovery,
      removalPolicy: stage.removalPolicy,
      ...more,
    });
    this.indexArn = `${this.table.tableArn}/index/${index}`;
  }
}
