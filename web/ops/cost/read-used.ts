import { readReports } from '../execution/reports.ts';
import type { ReadTree } from '../history/read-tree.ts';
import type { System } from '../system/system.ts';
import type { Used } from './cost-of.ts';

/** What an execution that was read has used, with what Lambda reports of its attempts. Throws `AwsCallError`. */
export const readUsed = async (
  { tree, logBytes }: ReadTree,
  functions: System['functions'],
  signal: AbortSignal,
): Promise<Used> => ({
  tree,
  invoked: await readReports(tree, signal),
  names: new Map(functions.map(({ name, physicalId }) => [physicalId, name])),
  ...(logBytes !== undefined && { express: { logBytes } }),
});
