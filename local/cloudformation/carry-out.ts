import { isDeepStrictEqual } from 'node:util';
import { TemplateError } from '../assembly/intrinsics.ts';
import { type OpenStack, openStack } from '../assembly/open-stack.ts';
import type { Template } from '../assembly/read-assembly.ts';
import { ClosedError } from './errors.ts';
import { makeResource, ResourceError, reasonOf } from './make-resource.ts';
import { parseTemplate } from './read-template.ts';
import type { Workshop } from './state.ts';
import type { ResourceRow, Source, StackRow } from './store.ts';

export const templateOf = (text: string): Template => parseTemplate(text) as Template;

export const sourceOf = ({ template, parameters }: Pick<StackRow, 'template' | 'parameters'>): Source => ({
  template,
  parameters: JSON.parse(parameters) as Source['parameters'],
});

export const open = ({ exports, place }: Workshop, row: StackRow, { template, parameters }: Source): OpenStack =>
  openStack({ ...row, template: templateOf(template), parameters, exports: exports.seenBy(row.id), place });

/**
 * Makes what a source asks for and sets the stack's outputs. What is there as it is asked for is left alone.
 * Throws `ResourceError`, `TemplateError` or, where the runtime ends, `ClosedError`.
 */
export const carryOut = async (workshop: Workshop, row: StackRow, source: Source): Promise<void> => {
  const { store, exports } = workshop;
  const stack = open(workshop, row, source);
  for (const [logicalId] of stack.ordered) {
    if (workshop.closed()) throw new ClosedError();
    const resource = resourceOf(stack, logicalId);
    const known = store.resource(row.id, logicalId);
    // As it stands in the database: a property that is undefined is not there.
    const same = known && isSettled(known) && isDeepStrictEqual(known.resource, JSON.parse(JSON.stringify(resource)));
    stack.made(logicalId, (same && known.created) || (await makeResource(workshop, row.id, resource)));
  }
  const outputs = stack.outputs();
  exports.put(row, outputs);
  store.setOutputs(row.id, outputs);
};

/** Whether a resource is there as its row says. */
export const isSettled = ({ status, created }: ResourceRow): boolean =>
  created !== undefined && /^(CREATE|UPDATE)_COMPLETE$/.test(status);

const resourceOf = (stack: OpenStack, logicalId: string) => {
  try {
    return stack.resource(logicalId);
  } catch (error) {
    throw error instanceof TemplateError ? new ResourceError(logicalId, error) : error;
  }
};

/** Why a stack failed, as its status tells it. */
export const failureOf = (verb: 'create' | 'update', error: unknown): string => {
  if (error instanceof ResourceError)
    return `The following resource(s) failed to ${verb}: [${error.logicalId}] (${error.message}).`;
  return reasonOf(error);
};

export const notDeleted = (logicalIds: readonly string[]): string =>
  `The following resource(s) failed to delete: [${logicalIds.join(', ')}].`;
