import type { Created, Resource, ResourceType } from '../assembly/resource-type.ts';
import { unsupportedProperties } from '../assembly/unsupported.ts';
import type { Workshop } from './state.ts';
import type { ResourceRow } from './store.ts';

/** Terminal: a resource could not be made; the message is the reason that the stack tells. */
export class ResourceError extends Error {
  override name = 'ResourceError';
  readonly logicalId: string;

  constructor(logicalId: string, cause: unknown) {
    super(reasonOf(cause), { cause });
    this.logicalId = logicalId;
  }
}

export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/**
 * Makes one resource of a stack, or brings it to what the template says now. One that was begun before a crash is made
 * again, which `create` allows. Throws `ResourceError`, after the failure is written down.
 */
export const makeResource = async (workshop: Workshop, stackId: string, resource: Resource): Promise<Created> => {
  const { store } = workshop;
  const known = store.resource(stackId, resource.logicalId);
  const verb = known?.created ? 'UPDATE' : 'CREATE';
  try {
    const type = workshop.types().get(resource.type);
    if (!type) throw new Error(`The embedded runtime does not support the resource type ${resource.type}`);
    begin(workshop, stackId, resource, known, `${verb}_IN_PROGRESS`);
    checkProperties(resource, type);
    await checkName(workshop, stackId, resource, type, known);
    if (!known?.created) {
      const reason = 'Resource creation Initiated';
      store.putResource(stackId, resource, { status: 'CREATE_IN_PROGRESS', reason, begun: true });
    }
    const created = await type.create(resource, workshop.contextOf(stackId));
    if (known?.created && (known.type !== resource.type || known.created.ref !== created.ref)) store.setReplaced(known);
    store.putResource(stackId, resource, { status: `${verb}_COMPLETE`, begun: true, created });
    return created;
  } catch (cause) {
    const reason = reasonOf(cause);
    const row = store.resource(stackId, resource.logicalId);
    if (row?.created) store.setResource(stackId, row, { status: `${verb}_FAILED`, reason });
    else store.putResource(stackId, resource, { status: `${verb}_FAILED`, reason });
    throw new ResourceError(resource.logicalId, cause);
  }
};

/** What was there before stays written down until the new is made: an update that fails goes back to it. */
const begin = (
  { store }: Workshop,
  stackId: string,
  resource: Resource,
  known: ResourceRow | undefined,
  status: string,
): void => {
  if (known?.created) store.setResource(stackId, known, { status });
  else store.putResource(stackId, resource, { status });
};

const checkProperties = (resource: Resource, type: ResourceType): void => {
  const [first] = unsupportedProperties(resource, type);
  if (!first) return;
  const message = `Encountered unsupported property ${first.property}`;
  throw new Error(`${message}: the embedded runtime does not carry it out for ${resource.type}`);
};

const checkName = async (
  { contextOf }: Workshop,
  stackId: string,
  resource: Resource,
  type: ResourceType,
  known: ResourceRow | undefined,
): Promise<void> => {
  if (known?.begun && !known.created) return;
  const context = contextOf(stackId);
  const name = await type.taken?.(resource, context);
  if (name === undefined) return;
  const own = known?.type === resource.type ? await type.taken?.(known.resource, context) : undefined;
  if (name !== own) throw new Error(`${name} already exists`);
};
