import { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest } from '../../aws/service.ts';
import { listOf, parseXml, toXml } from '../../aws/xml.ts';
import { invalidArgument } from './state.ts';

const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

/** What the items of a list are called, by the name of the list. */
const ITEMS: Readonly<Record<string, string>> = {
  Aliases: 'CNAME',
  AllowedMethods: 'Method',
  CacheBehaviors: 'CacheBehavior',
  CachedMethods: 'Method',
  CustomErrorResponses: 'CustomErrorResponse',
  CustomHeaders: 'OriginCustomHeader',
  DistributionList: 'DistributionSummary',
  FunctionAssociations: 'FunctionAssociation',
  FunctionList: 'FunctionSummary',
  InvalidationList: 'InvalidationSummary',
  KeyValueStoreAssociations: 'KeyValueStoreAssociation',
  KeyValueStoreList: 'KeyValueStore',
  Origins: 'Origin',
  OriginSslProtocols: 'SslProtocol',
  Paths: 'Path',
};

/** One member of an output as the document that CloudFront answers. */
export const written = (name: string, value: unknown): string => toXml(name, element(name, value) as object, NAMESPACE);

const element = (name: string, value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return { member: value.map((item) => element('', item)) };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([member, each]) =>
        member === 'Items' && Array.isArray(each)
          ? [member, { [ITEMS[name] ?? 'member']: each.map((item) => element('', item)) }]
          : [member, element(member, each)],
      ),
  );
};

/** The input that stands in the body of an operation. Throws `MalformedInput`, `MissingBody` and `InvalidArgument`. */
export const readBody = (operation: string, { body }: FrontDoorRequest): Record<string, unknown> => {
  if (operation === 'CreateInvalidation') {
    const { Paths, ...batch } = parsed(body, 'InvalidationBatch');
    if (typeof Paths !== 'object' || Paths === null) return { InvalidationBatch: batch };
    const { Quantity, Items, ...more } = Paths as Record<string, unknown>;
    const { Path } = (typeof Items === 'object' ? Items : {}) as Record<string, unknown>;
    const paths = { ...more, Quantity: Number(Quantity), Items: listOf(Path) };
    return { InvalidationBatch: { ...batch, Paths: paths } };
  }
  if (operation === 'TestFunction') {
    const { EventObject, ...input } = parsed(body, 'TestFunctionRequest');
    if (EventObject === undefined) throw invalidArgument('EventObject must be given.');
    return { ...input, EventObject: Buffer.from(String(EventObject), 'base64') };
  }
  return {};
};

const parsed = (body: Buffer, root: string): Record<string, unknown> => {
  if (body.length === 0)
    throw new AwsError('MissingBody', 'This operation requires a body. Ensure that the body is present.', 400);
  try {
    return parseXml(body.toString(), root);
  } catch (cause) {
    throw new AwsError('MalformedInput', `The body is not a document of ${root}: ${(cause as Error).message}`, 400);
  }
};
