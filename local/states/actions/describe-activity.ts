import { check } from '../../aws/constraints.ts';
import type { Core } from '../core.ts';
import { activityOf, seconds } from './arns.ts';
import { requiredArn } from './constraints.ts';
import { operation } from './operation.ts';
import { ENCRYPTION } from './settings-input.ts';

/** An activity. */
export const describeActivity = (core: Core) =>
  operation<{ activityArn?: string }>('DescribeActivity', 'activityArn', (input) => {
    check(requiredArn('activityArn', input.activityArn));
    const { arn, name, created_at } = activityOf(core, input.activityArn);
    return { activityArn: arn, name, creationDate: seconds(created_at), encryptionConfiguration: ENCRYPTION };
  });
