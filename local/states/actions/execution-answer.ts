import type { ExecutionRow } from '../store/executions.ts';
import { seconds } from './arns.ts';

/** What every answer says of an execution, described or listed. */
export const executionAnswer = (row: ExecutionRow): object => ({
  executionArn: row.arn,
  stateMachineArn: row.machine_arn,
  name: row.name,
  status: row.status,
  startDate: seconds(row.started_at),
  ...(row.stopped_at === null ? {} : { stopDate: seconds(row.stopped_at) }),
  ...(row.version_arn === null ? {} : { stateMachineVersionArn: row.version_arn }),
  ...(row.alias_arn === null ? {} : { stateMachineAliasArn: row.alias_arn }),
  ...(row.map_run_arn === null ? {} : { mapRunArn: row.map_run_arn }),
  redriveCount: row.redrive_count,
  ...(row.redriven_at === null ? {} : { redriveDate: seconds(row.redriven_at) }),
});
