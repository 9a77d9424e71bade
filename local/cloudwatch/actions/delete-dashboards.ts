import { length } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { CloudWatch } from '../state.ts';
import { dashboardArn } from './dashboard-arn.ts';

const SHAPE = { DashboardNames: needed(list(text(), length(1, 100))) };

type Input = { DashboardNames: string[] };

/** Removes dashboards: all of them, or none where one is not there. */
export const deleteDashboards = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ DashboardNames }: Input) =>
    (Array.isArray(DashboardNames) ? DashboardNames : []).map((name) => ({
      action: 'cloudwatch:DeleteDashboards',
      resource: dashboardArn(cloudWatch, String(name)),
    })),
  run(input: Input) {
    checkInput(SHAPE, input);
    const { dashboards } = cloudWatch;
    const missing = input.DashboardNames.find((name) => !dashboards.get(name));
    if (missing !== undefined) throw new AwsError('DashboardNotFoundError', `Dashboard ${missing} does not exist`, 404);
    for (const name of input.DashboardNames) dashboards.remove(name);
    return {};
  },
});
