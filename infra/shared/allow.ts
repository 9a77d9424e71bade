import { Stack } from 'aws-cdk-lib';
import type { IKeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { type Condition, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { IConstruct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type Grantee = IGrantable & IConstruct;

/** Grants exactly these actions on exactly these resources. */
export const allow = (
  { grantPrincipal }: IGrantable,
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Record<string, Condition>,
): void => {
  grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: [...actions], resources: [...resources], ...(conditions ? { conditions } : {}) }),
  );
};

/** Grants PutEvents on one bus, for events of one source only. */
export const allowEvents = (grantee: IGrantable, bus: IEventBus, source: string): void =>
  allow(grantee, ['events:PutEvents'], [bus.eventBusArn], { StringEquals: { 'events:source': source } });

/** Accepts that a grant names all of what is made below a name, such as executions, which cannot be named beforehand. */
export const acceptWildcard = (grantee: IConstruct, resource: string, reason: string): void =>
  acknowledge(
    grantee,
    `AwsSolutions-IAM5[Resource::${flattenCfnReference(Stack.of(grantee).resolve(resource))}]`,
    reason,
  );

/** Grants actions on the objects below one prefix of a bucket, such as `uploads/`. */
export const allowObjects = (grantee: Grantee, actions: readonly string[], bucket: IBucket, prefix: string): void => {
  allow(grantee, actions, [bucket.arnForObjects(`${prefix}*`)]);
  // A reference to another stack becomes an import only at synthesis; its name is needed now to accept the finding.
  const owner = Stack.of(bucket);
  const arn = owner === Stack.of(grantee) ? bucket.bucketArn : owner.exportValue(bucket.bucketArn);
  const reason = `Keys below ${prefix} are made as the system runs and cannot be named beforehand.`;
  acceptWildcard(grantee, `${arn}/${prefix}*`, reason);
};

/** Grants what signing a link takes: to read the key from the edge's store, and to make it where it is not there yet. */
export const allowSigning = (grantee: IGrantable, routes: IKeyValueStore): void =>
  allow(
    grantee,
    ['DescribeKeyValueStore', 'GetKey', 'PutKey'].map((action) => `cloudfront-keyvaluestore:${action}`),
    [routes.keyValueStoreArn],
  );
