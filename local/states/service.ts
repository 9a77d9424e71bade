import type { Service } from '../aws/service.ts';
import { createStateMachine } from './actions/create-state-machine.ts';
import { deleteStateMachine } from './actions/delete-state-machine.ts';
import { describeExecution } from './actions/describe-execution.ts';
import { describeStateMachine } from './actions/describe-state-machine.ts';
import { describeStateMachineForExecution } from './actions/describe-state-machine-for-execution.ts';
import { getExecutionHistory } from './actions/get-execution-history.ts';
import { listExecutions } from './actions/list-executions.ts';
import { listStateMachines } from './actions/list-state-machines.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { redriveExecution } from './actions/redrive-execution.ts';
import { sendTaskFailure } from './actions/send-task-failure.ts';
import { sendTaskHeartbeat } from './actions/send-task-heartbeat.ts';
import { sendTaskSuccess } from './actions/send-task-success.ts';
import { startExecution } from './actions/start-execution.ts';
import { startSyncExecution } from './actions/start-sync-execution.ts';
import { stopExecution } from './actions/stop-execution.ts';
import { tagResource } from './actions/tag-resource.ts';
import { untagResource } from './actions/untag-resource.ts';
import { updateStateMachine } from './actions/update-state-machine.ts';
import { validateStateMachineDefinition } from './actions/validate-state-machine-definition.ts';
import type { Core } from './core.ts';

/** The API of Step Functions. */
export const createService = (core: Core): Service => ({
  name: 'states',
  json: { targetPrefix: 'AWSStepFunctions', version: '1.0' },
  operations: {
    CreateStateMachine: createStateMachine(core),
    DeleteStateMachine: deleteStateMachine(core),
    DescribeExecution: describeExecution(core),
    DescribeStateMachine: describeStateMachine(core),
    DescribeStateMachineForExecution: describeStateMachineForExecution(core),
    GetExecutionHistory: getExecutionHistory(core),
    ListExecutions: listExecutions(core),
    ListStateMachines: listStateMachines(core),
    ListTagsForResource: listTagsForResource(core),
    RedriveExecution: redriveExecution(core),
    SendTaskFailure: sendTaskFailure(core),
    SendTaskHeartbeat: sendTaskHeartbeat(core),
    SendTaskSuccess: sendTaskSuccess(core),
    StartExecution: startExecution(core),
    StartSyncExecution: startSyncExecution(core),
    StopExecution: stopExecution(core),
    TagResource: tagResource(core),
    UntagResource: untagResource(core),
    UpdateStateMachine: updateStateMachine(core),
    ValidateStateMachineDefinition: validateStateMachineDefinition(core),
  },
});
