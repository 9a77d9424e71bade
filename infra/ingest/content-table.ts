import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { settingsOf } from '../shared/settings.ts';

/** Items, their revisions and what was done to them; `byUpdate` lists the items, changed last first. Its stream is the outbox. */
export class ContentTable extends Construct {
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
          indexName: 'byUpdate',
          partitionKey: { name: 'listPk', type: AttributeType.STRING },
          sortKey: { name: 'listSk', type: AttributeType.STRING },
          projectionType: ProjectionType.ALL,
        },
      ],
      dynamoStream: StreamViewType.NEW_IMAGE,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.pointInTimeRecovery },
      deletionProtection: stage.pointInTimeRecovery,
      removalPolicy: stage.removalPolicy,
    });
    this.indexArn = `${this.table.tableArn}/index/byUpdate`;
  }
}
