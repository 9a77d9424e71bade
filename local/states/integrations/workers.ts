import { optimisedFailure } from './failure.ts';
import type { Integration } from './integration.ts';

/** `arn:aws:states:<region>:<account>:activity:<name>`: the task is done by whoever asks for it. */
export const workers: Integration = {
  resourceType: 'activity',
  service: 'states',
  patterns: () => ['activity'],
  request: (input) => input,
  result: (answer) => answer,
  failure: optimisedFailure('StepFunctions', 'AWSStepFunctionsException', 'AWSStepFunctions'),
};
