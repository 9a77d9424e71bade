/** The ARN of a dashboard, which is of no region. */
export const dashboardArn = ({ accountId }: { accountId: string }, name: string): string =>
  `arn:aws:cloudwatch::${accountId}:dashboard/${name}`;
