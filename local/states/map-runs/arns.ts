import { createHash, randomUUID } from 'node:crypto';
import type { State } from '../language/definition.ts';
import type { ExecutionRow } from '../store/executions.ts';

/** The label of a Map state in ARNs: its own, or one that always is the same for the same state of the same machine. */
export const labelOf = (machineArn: string, name: string, { Label }: State): string => {
  if (Label !== undefined) return Label;
  const hash = createHash('sha256').update(`${machineArn}/${name}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
};

/** The ARN of a new run of a Map state: `…:mapRun:<machine>/<label>:<unique>`. */
export const newMapRunArn = (childMachineArn: string): string =>
  `${childMachineArn.replace(':stateMachine:', ':mapRun:')}:${randomUUID()}`;

/** The unique part of a map run's ARN, below which its results are written. */
export const uniquePart = (mapRunArn: string): string => mapRunArn.split(':').at(-1) ?? '';

/** The ARN of a new child of a map run. */
export const newChildArn = (childMachineArn: string, type: ExecutionRow['type']): string =>
  type === 'EXPRESS'
    ? `${childMachineArn.replace(':stateMachine:', ':express:')}:${randomUUID()}:${randomUUID()}`
    : `${childMachineArn.replace(':stateMachine:', ':execution:')}:${randomUUID()}`;

/** The name within the ARN of an execution. */
export const executionName = (arn: string): string => arn.split(':')[7] ?? '';
