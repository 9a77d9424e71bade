import { honouring } from '../aws/honouring.ts';
import type { Service } from '../aws/service.ts';
import { createActivity } from './actions/create-activity.ts';
import { createStateMachine } from './actions/create-state-machine.ts';
import { createStateMachineAlias } from './actions/create-state-machine-alias.ts';
import { deleteActivity } from './actions/delete-activity.ts';
import { deleteStateMachine } from './actions/delete-state-machine.ts';
import { deleteStateMachineAlias } from './actions/delete-state-machine-alias.ts';
import { deleteStateMachineVersion } from './actions/delete-state-machine-version.ts';
import { describeActivity } from './actions/describe-activity.ts';
import { describeExecution } from './actions/describe-execution.ts';
import { describeMapRun } from './actions/describe-map-run.ts';
import { describeStateMachine } from './actions/describe-state-machine.ts';
import { describeStateMachineAlias } from './actions/describe-state-machine-alias.ts';
import { describeStateMachineForExecution } from './actions/describe-state-machine-for-execution.ts';
import { getActivityTask } from './actions/get-activity-task.ts';
import { getExecutionHistory } from './actions/get-execution-history.ts';
import { listActivities } from './actions/list-activities.ts';
import { listExecutions } from './actions/list-executions.ts';
import { listMapRuns } from './actions/list-map-runs.ts';
import { listStateMachineAliases } from './actions/list-state-machine-aliases.ts';
import { listStateMachineVersions } from './actions/list-state-machine-versions.ts';
import { listStateMachines } from './actions/list-state-machines.ts';
import { listTagsForResource } from './actions/list-tags-for-resource.ts';
import { publishStateMachineVersion } from './actions/publish-state-machine-version.ts';
import { redriveExecution } from './actions/redrive-execution.ts';
import { sendTaskFailure } from './actions/send-task-failure.ts';
import { sendTaskHeartbeat } from './actions/send-task-heartbeat.ts';
import { sendTaskSuccess } from './actions/send-task-success.ts';
import { startExecution } from './actions/start-execution.ts';
import { startSyncExecution } from './actions/start-sync-execution.ts';
import { stopExecution } from './actions/stop-execution.ts';
import { tagResource } from './actions/tag-resource.ts';
import { testState } from './actions/test-state.ts';
import { untagResource } from './actions/untag-resource.ts';
import { updateMapRun } from './actions/update-map-run.ts';
import { updateStateMachine } from './actions/update-state-machine.ts';
import { updateStateMachineAlias } from './actions/update-state-machine-alias.ts';
import { validateStateMachineDefinition } from './actions/validate-state-machine-definition.ts';
import type { Core } from './core.ts';
import { STATES_HONOURED } from './honoured.ts';

/** The API of Step Functions. */
export const createService = (core: Core): Service => ({
  name: 'states',
  json: { targetPrefix: 'AWSStepFunctions', version: '1.0' },
  operations: honouring(
    {
      CreateActivity: createActivity(core),
      CreateStateMachine: createStateMachine(core),
      CreateStateMachineAlias: createStateMachineAlias(core),
      DeleteActivity: deleteActivity(core),
      DeleteStateMachine: deleteStateMachine(core),
      DeleteStateMachineAlias: deleteStateMachineAlias(core),
      DeleteStateMachineVersion: deleteStateMachineVersion(core),
      DescribeActivity: describeActivity(core),
      DescribeExecution: describeExecution(core),
      DescribeMapRun: describeMapRun(core),
      DescribeStateMachine: describeStateMachine(core),
      DescribeStateMachineAlias: describeStateMachineAlias(core),
      DescribeStateMachineForExecution: describeStateMachineForExecution(core),
      GetActivityTask: getActivityTask(core),
      GetExecutionHistory: getExecutionHistory(core),
      ListActivities: listActivities(core),
      ListExecutions: listExecutions(core),
      ListMapRuns: listMapRuns(core),
      ListStateMachineAliases: listStateMachineAliases(core),
      ListStateMachineVersions: listStateMachineVersions(core),
      ListStateMachines: listStateMachines(core),
      ListTagsForResource: listTagsForResource(core),
      PublishStateMachineVersion: publishStateMachineVersion(core),
      RedriveExecution: redriveExecution(core),
      SendTaskFailure: sendTaskFailure(core),
      SendTaskHeartbeat: sendTaskHeartbeat(core),
      SendTaskSuccess: sendTaskSuccess(core),
      StartExecution: startExecution(core),
      StartSyncExecution: startSyncExecution(core),
      StopExecution: stopExecution(core),
      TagResource: tagResource(core),
      TestState: testState(core),
      UntagResource: untagResource(core),
      UpdateMapRun: updateMapRun(core),
      UpdateStateMachine: updateStateMachine(core),
      UpdateStateMachineAlias: updateStateMachineAlias(core),
      ValidateStateMachineDefinition: validateStateMachineDefinition(core),
    },
    STATES_HONOURED,
  ),
});
