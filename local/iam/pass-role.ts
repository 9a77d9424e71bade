import type { Permission } from '../aws/service.ts';

/** What a caller needs to hand a role to an AWS service, such as `events.amazonaws.com`; nothing where no role is given. */
export const passRole = (roleArn: unknown, service: string): Permission[] =>
  typeof roleArn === 'string' && roleArn !== ''
    ? [{ action: 'iam:PassRole', resource: roleArn, context: { 'iam:PassedToService': [service] } }]
    : [];
