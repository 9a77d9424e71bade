import { createWorld } from '../testing.ts';

/** What creating a machine is refused with, code and message; `undefined accepted` where it is not. */
export const refusal = async (definition: object, more: Record<string, unknown> = {}): Promise<string> => {
  const error = await createWorld()
    .create(definition, more)
    .then(
      () => new Error('accepted'),
      (refused: Error & { code: string }) => refused,
    );
  return `${(error as { code?: string }).code} ${error.message}`;
};

/** How CreateStateMachine says what is wrong with a definition. */
export const said = (text: string): string => `InvalidDefinition Invalid State Machine Definition: '${text}'`;
