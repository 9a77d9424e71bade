import type { Core } from '../core.ts';
import { validate } from '../language/validate.ts';
import { operation } from './operation.ts';

type Input = { definition?: string; type?: 'STANDARD' | 'EXPRESS'; maxResults?: number };

/** What is wrong with a definition, without creating anything. */
export const validateStateMachineDefinition = (core: Core) =>
  operation<Input>('ValidateStateMachineDefinition', '', ({ definition = '', type = 'STANDARD', maxResults }) => {
    const found = validate(definition, { type, cloud: core.cloud() });
    const diagnostics = maxResults ? found.slice(0, maxResults) : found;
    return {
      result: found.length === 0 ? 'OK' : 'FAIL',
      diagnostics: diagnostics.map((diagnostic) => ({ severity: 'ERROR', ...diagnostic })),
      truncated: diagnostics.length < found.length,
    };
  });
