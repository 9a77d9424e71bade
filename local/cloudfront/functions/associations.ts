import type { ViewerEvent } from './edge-function.ts';
import type { EdgeFunctions } from './functions.ts';

/** As a template has it. */
export type FunctionAssociation = { EventType?: string; FunctionARN?: string };

const EVENTS: readonly string[] = ['viewer-request', 'viewer-response'] satisfies ViewerEvent[];

/** The functions of a behaviour. Throws for an event twice or of another kind, and for a function that is not published. */
export const associated = (
  associations: readonly FunctionAssociation[] = [],
  functions: EdgeFunctions,
): Readonly<Partial<Record<ViewerEvent, string>>> => {
  const found: Partial<Record<string, string>> = {};
  for (const { EventType = '', FunctionARN = '' } of associations) {
    if (!EVENTS.includes(EventType))
      throw new Error(`A function is associated with ${EVENTS.join(' or ')}, not with ${EventType}.`);
    if (found[EventType] !== undefined) throw new Error(`Only one function may be associated with ${EventType}.`);
    const known = functions.byArn(FunctionARN);
    if (!known)
      throw new Error(`The parameter FunctionAssociationArn is invalid: there is no function ${FunctionARN}.`);
    if (!known.live)
      throw new Error(
        `The parameter FunctionAssociationArn is invalid: ${FunctionARN} is not published (AutoPublish).`,
      );
    found[EventType] = known.name;
  }
  return found;
};
