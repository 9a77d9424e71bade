import type { AwsError } from '../../aws/error.ts';
import type { FrontDoorRequest, FrontDoorResponse } from '../../aws/service.ts';

/** One of the protocols that CloudWatch speaks. Moments go in and out of operations as dates. */
export type Wire = {
  read(request: FrontDoorRequest): { operation: string; input: Record<string, unknown> };
  answer(operation: string, output: object, requestId: string): FrontDoorResponse;
  error(error: AwsError, requestId: string): FrontDoorResponse;
};
