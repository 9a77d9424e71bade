import { stableHash } from '../../assembly/physical-name.ts';
import type { DeployContext, Resource, ResourceType } from '../../assembly/resource-type.ts';
import { type KeyValues, storeArn } from './state.ts';

const NAME = /^[a-zA-Z0-9-_]{1,64}$/;
const LONGEST_NAME = 64;
const LONGEST_COMMENT = 128;

/** `AWS::CloudFront::KeyValueStore`. `inUse` names the functions that a store is associated with. */
export const keyValueStoreType = (
  { accountId, stores }: KeyValues,
  inUse: (arn: string) => readonly string[],
): ResourceType => ({
  type: 'AWS::CloudFront::KeyValueStore',
  honoured: ['Name', 'Comment'],
  create(resource, context) {
    const name = nameOf(resource, context);
    const comment = String(resource.properties.Comment ?? '');
    if (!NAME.test(name))
      throw new Error(`Name of a key value store must match ${NAME.source}, which ${name} does not.`);
    if (comment.length > LONGEST_COMMENT)
      throw new Error(`Comment of the key value store ${name} must have at most ${LONGEST_COMMENT} characters.`);
    // A store that an earlier template declared in another place goes on under its name.
    const id = stores.named(name)?.id ?? idOf(resource);
    stores.settle(id, name, comment);
    return { ref: name, attributes: { Id: id, Arn: storeArn(accountId, id), Status: 'READY' } };
  },
  taken: (resource, context) => stores.named(nameOf(resource, context))?.name,
  remove(_resource, { ref, attributes }) {
    const [user] = inUse(String(attributes.Arn));
    if (user !== undefined) throw new Error(`The key value store ${ref} is associated with the function ${user}.`);
    stores.drop(String(attributes.Id));
  },
});

const nameOf = (resource: Resource, { physicalName }: DeployContext): string =>
  String(resource.properties.Name ?? physicalName(resource, LONGEST_NAME));

/** An id in the form of a UUID that stays the same for the same resource of the same stack. */
const idOf = (resource: Resource): string =>
  stableHash(resource)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
