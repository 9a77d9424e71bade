import { AwsError } from '../../aws/error.ts';
import type { Distribution } from '../distribution.ts';
import type { EdgeFunction } from '../functions/edge-function.ts';
import type { EdgeFunctions } from '../functions/functions.ts';
import type { KeyValueStore, KeyValueStores } from '../key-value-store/store.ts';
import type { Invalidations } from './invalidations.ts';

/** What the actions of CloudFront's control plane work with. */
export type Control = {
  accountId: string;
  now: () => number;
  distributions: ReadonlyMap<string, Distribution>;
  functions: EdgeFunctions;
  stores: KeyValueStores;
  invalidations: Invalidations;
  /** Ids of the distributions that a function is associated with. */
  withFunction: (arn: string) => readonly string[];
};

export const distributionArn = ({ accountId }: Pick<Control, 'accountId'>, id: unknown): string =>
  `arn:aws:cloudfront::${accountId}:distribution/${id}`;

export const invalidArgument = (message: string): AwsError => new AwsError('InvalidArgument', message, 400);

/** Throws `NoSuchDistribution`. */
export const foundDistribution = ({ distributions }: Control, id: unknown): Distribution => {
  const distribution = distributions.get(String(id));
  if (distribution) return distribution;
  throw new AwsError('NoSuchDistribution', 'The specified distribution does not exist.', 404);
};

export type Stage = 'DEVELOPMENT' | 'LIVE';

/** Throws `NoSuchFunctionExists` for a function that is not there, or not published where its live stage is asked for. */
export const foundFunction = (control: Control, name: unknown, stage: unknown = 'DEVELOPMENT'): EdgeFunction => {
  if (stage !== 'DEVELOPMENT' && stage !== 'LIVE') throw invalidArgument('Stage must be DEVELOPMENT or LIVE.');
  const found = control.functions.get(String(name));
  if (found && (stage === 'DEVELOPMENT' || found.live)) return found;
  throw new AwsError('NoSuchFunctionExists', 'The specified function does not exist.', 404);
};

/** A function at a stage as the API answers it. */
export const functionSummary = (control: Control, found: EdgeFunction, stage: Stage) => ({
  Name: found.name,
  Status: statusOf(control, found, stage),
  FunctionConfig: {
    Comment: found.comment,
    Runtime: found.runtime,
    KeyValueStoreAssociations: listed(found.stores.map((KeyValueStoreARN) => ({ KeyValueStoreARN }))),
  },
  FunctionMetadata: {
    FunctionARN: found.arn,
    Stage: stage,
    CreatedTime: new Date(found.createdAt),
    LastModifiedTime: new Date(found.modifiedAt),
  },
});

const statusOf = (control: Control, { arn, live }: EdgeFunction, stage: Stage): string => {
  if (!live) return 'UNPUBLISHED';
  return stage === 'LIVE' && control.withFunction(arn).length > 0 ? 'DEPLOYED' : 'UNASSOCIATED';
};

export const storeSummary = ({ id, name, comment, modifiedAt }: KeyValueStore, arn: string) => ({
  Name: name,
  Id: id,
  Comment: comment,
  ARN: arn,
  Status: 'READY',
  LastModifiedTime: new Date(modifiedAt),
});

/** A list as CloudFront has it: with its length, and without items where there are none. */
export const listed = <Item>(items: readonly Item[]): { Quantity: number; Items?: readonly Item[] } =>
  items.length === 0 ? { Quantity: 0 } : { Quantity: items.length, Items: items };
