import { randomUUID } from 'node:crypto';

export type WriteLog = (line: {
  group: string;
  stream: string;
  message: string;
  at: number;
  requestId?: string;
}) => void;

/**
 * Writes what a run printed as CloudFront does, between a line of its start and one of its end; a run that printed nothing
 * leaves no line.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html#cloudfront-function-logs
 */
export const createFunctionLog = (write: WriteLog, now: () => number) => {
  const id = randomUUID();
  return (functionName: string, requestId: string, distributionId: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    const at = now();
    const day = new Date(at);
    const stream = `${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()}/${id}`;
    for (const line of [`START DistributionID: ${distributionId}`, ...lines, 'END'])
      write({ group: `/aws/cloudfront/function/${functionName}`, stream, message: `${requestId} ${line}`, at });
  };
};
