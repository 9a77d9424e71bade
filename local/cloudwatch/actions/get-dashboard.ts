import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { CloudWatch } from '../state.ts';
import { dashboardArn } from './dashboard-arn.ts';

const SHAPE = { DashboardName: needed(text()) };

type Input = { DashboardName: string };

export const getDashboard = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: ({ DashboardName }: Input) => [
    { action: 'cloudwatch:GetDashboard', resource: dashboardArn(cloudWatch, String(DashboardName)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    const { DashboardName } = input;
    const dashboard = cloudWatch.dashboards.get(DashboardName);
    if (!dashboard) throw new AwsError('DashboardNotFoundError', `Dashboard ${DashboardName} does not exist`, 404);
    return { DashboardArn: dashboardArn(cloudWatch, DashboardName), DashboardBody: dashboard.body, DashboardName };
  },
});
