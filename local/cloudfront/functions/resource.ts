import type { Resource, ResourceType } from '../../assembly/resource-type.ts';
import { newEtag } from '../key-value-store/store.ts';
import { functionArn, LARGEST_CODE, RUNTIME } from './edge-function.ts';
import type { EdgeFunctions } from './functions.ts';

const NAME = /^[a-zA-Z0-9-_]{1,64}$/;

type Options = {
  accountId: string;
  now: () => number;
  functions: EdgeFunctions;
  /** The distributions whose behaviours a function is associated with. */
  inUse: (arn: string) => readonly string[];
  /** Told of code that cannot be compiled. */
  onFault: (error: unknown) => void;
};

/** `AWS::CloudFront::Function`. Code that does not compile is taken, as on AWS, and fails the requests. */
export const functionType = ({ accountId, now, functions, inUse, onFault }: Options): ResourceType => ({
  type: 'AWS::CloudFront::Function',
  honoured: [
    ...['Name', 'AutoPublish', 'FunctionCode', 'FunctionConfig.Comment', 'FunctionConfig.Runtime'],
    'FunctionConfig.KeyValueStoreAssociations',
  ],
  withoutEffect: { 'FunctionMetadata.FunctionARN': 'CloudFormation itself ignores it' },
  create(resource) {
    const { name, code, live, ...config } = propertiesOf(resource);
    const known = functions.get(name);
    const declared = { name, arn: functionArn(accountId, name), code, live, ...config };
    if (!known || !same(known, declared)) {
      const times = { createdAt: known?.createdAt ?? now(), modifiedAt: now() };
      const fault = functions.deploy({ ...declared, ...times, etag: newEtag() });
      if (fault) onFault(fault);
    }
    return {
      ref: declared.arn,
      attributes: {
        FunctionARN: declared.arn,
        'FunctionMetadata.FunctionARN': declared.arn,
        Stage: live ? 'LIVE' : 'DEVELOPMENT',
      },
    };
  },
  taken: ({ properties }) => functions.get(String(properties.Name))?.name,
  remove(_resource, { ref }) {
    const [user] = inUse(ref);
    if (user !== undefined) throw new Error(`The function ${ref} is associated with the distribution ${user}.`);
    const known = functions.byArn(ref);
    if (known) functions.remove(known.name);
  },
});

const propertiesOf = ({ properties }: Resource) => {
  const { Name, AutoPublish, FunctionCode, FunctionConfig = {} } = properties;
  const { Comment = '', Runtime, KeyValueStoreAssociations = [] } = FunctionConfig as Readonly<Record<string, unknown>>;
  const name = String(Name);
  const code = String(FunctionCode);
  if (!NAME.test(name)) throw new Error(`Name of a function must match ${NAME.source}, which ${name} does not.`);
  if (Runtime !== RUNTIME) throw new Error(`The embedded runtime runs functions on ${RUNTIME}, not on ${Runtime}.`);
  if (Buffer.byteLength(code) > LARGEST_CODE)
    throw new Error(
      `FunctionCode of ${name} has ${Buffer.byteLength(code)} bytes; at most ${LARGEST_CODE} are allowed.`,
    );
  const stores = (KeyValueStoreAssociations as { KeyValueStoreARN: string }[]).map((each) => each.KeyValueStoreARN);
  if (stores.length > 1) throw new Error(`The function ${name} may be associated with one key value store.`);
  const live = AutoPublish === true || AutoPublish === 'true';
  return { name, code, live, comment: String(Comment), runtime: RUNTIME, stores };
};

const same = (known: object, declared: object): boolean =>
  Object.entries(declared).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify((known as Record<string, unknown>)[name]),
  );
