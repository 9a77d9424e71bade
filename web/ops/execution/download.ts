import type { Execution } from './use-execution.ts';

/** Hands an execution to the browser as a file of JSON: what describes it, its definition, and its history. */
export const download = ({ arn, described, machine, events }: Execution): void => {
  const whole = { execution: described ?? { executionArn: arn }, stateMachine: machine, events };
  const url = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${arn.split(':').slice(6).join('-')}.json`;
  link.click();
  // Its click is handled later; a browser keeps the file until then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
