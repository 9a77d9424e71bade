import { length, matching } from '../../aws/constraints.ts';
import { AwsError } from '../../aws/error.ts';
import { checkInput, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import type { CloudWatch } from '../state.ts';
import { dashboardArn } from './dashboard-arn.ts';

const SHAPE = {
  DashboardName: needed(text(length(1, 255), matching('^[a-zA-Z0-9_-]+$'))),
  DashboardBody: needed(text(length(1, 1_048_576))),
};

type Input = { DashboardName: string; DashboardBody: string };

/** Throws `DashboardInvalidInputError` for a body that is no dashboard. */
export const checkBody = (body: string): void => {
  try {
    if (Array.isArray((JSON.parse(body) as { widgets?: unknown }).widgets)) return;
  } catch {
    // Said below.
  }
  throw new AwsError(
    'DashboardInvalidInputError',
    'The field DashboardBody must be a valid JSON object with an array of widgets.',
  );
};

/** Keeps a dashboard. */
export const putDashboard = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  differs: 'A dashboard is kept and given back; its widgets are not validated, and nothing draws it.',
  permissions: ({ DashboardName }: Input) => [
    { action: 'cloudwatch:PutDashboard', resource: dashboardArn(cloudWatch, String(DashboardName)) },
  ],
  run(input: Input) {
    checkInput(SHAPE, input);
    checkBody(input.DashboardBody);
    const { dashboards, clock } = cloudWatch;
    dashboards.put({ name: input.DashboardName, body: input.DashboardBody, modifiedAt: clock.now() });
    return { DashboardValidationMessages: [] };
  },
});
