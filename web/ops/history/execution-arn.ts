/** Whether an execution is an Express one, which nothing but its log tells of. */
export const isExpress = (arn: string): boolean => arn.split(':')[5] === 'express';

/** The name of an execution: the end of its ARN, behind which an Express one has a further id. */
export const executionName = (arn: string): string => arn.split(':')[7] ?? arn;
