import { Duration } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { settingsOf } from './settings.ts';

export interface PrivateBucketProps extends BucketProps {
  /** When an upload in parts that nobody completed goes. Default: after a day. */
  readonly unfinishedAfter?: Duration;
}

/** A bucket that only its grantees reach, over TLS, encrypted, in which no unfinished upload stays for long. */
export class PrivateBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { lifecycleRules = [], unfinishedAfter = Duration.days(1), ...props }: PrivateBucketProps = {},
  ) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: settingsOf(scope).stage.removalPolicy,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: unfinishedAfter }, ...lifecycleRules],
      ...props,
    });
    acknowledge(
      this,
      'AwsSolutions-S1',
      'Object-level CloudTrail is the better audit trail and is the account owner’s choice; access logs cost storage while idle.',
    );
  }

  /** Sends the bucket's events to EventBridge. The property itself, because CDK's way brings a Lambda of its own into the stack. */
  announceChanges(): void {
    (this.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
  }
}
