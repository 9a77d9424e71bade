import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { settingsOf } from '../shared/settings.ts';

/** Assets, their content and its renditions; `byCreation` lists the assets, newest last. */
export class AssetsTable extends Construct {
  readonly table: TableV2;
  readonly indexArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { stage } = settingsOf(this);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: [
        {
          indexName: 'byCreation',
          partitionKey: { name: 'listPk', type: AttributeType.STRING },
          sortKey: { name: 'listSk', type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
      ],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.pointInTimeRecovery },
      deletionProtection: stage.pointInTimeRecovery,
      removalPolicy: stage.removalPolicy,
    });
    this.indexArn = `${this.table.tableArn}/index/byCreation`;
  }
}
