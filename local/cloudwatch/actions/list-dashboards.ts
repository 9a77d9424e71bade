import { checkInput, text } from '../../aws/input-shape.ts';
import { pageOf, pageStart } from '../../aws/paging.ts';
import type { Operation } from '../../aws/service.ts';
import type { CloudWatch } from '../state.ts';
import { dashboardArn } from './dashboard-arn.ts';

const SHAPE = { DashboardNamePrefix: text(), NextToken: text() };

/** Dashboards of a page. */
const PAGE = 1000;

type Input = { DashboardNamePrefix?: string; NextToken?: string };

export const listDashboards = (cloudWatch: CloudWatch): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'cloudwatch:ListDashboards', resource: '*' }],
  run(input: Input) {
    checkInput(SHAPE, input);
    const after = pageStart('dashboards', input.NextToken, '');
    const prefix = input.DashboardNamePrefix ?? '';
    const found = cloudWatch.dashboards.all().filter(({ name }) => name > after && name.startsWith(prefix));
    const { items, more } = pageOf('dashboards', found, PAGE, ({ name }) => name);
    return {
      DashboardEntries: items.map(({ name, body, modifiedAt }) => ({
        DashboardName: name,
        DashboardArn: dashboardArn(cloudWatch, name),
        LastModified: new Date(modifiedAt),
        Size: Buffer.byteLength(body),
      })),
      ...more,
    };
  },
});
