import type { Metrics } from '../cloudwatch.ts';

/** A request that an HTTP API has answered; times in milliseconds. */
export type AnsweredRequest = {
  apiId: string;
  stage?: string;
  status: number;
  latency: number;
  integrationLatency?: number;
};

/** The numbers of `AWS/ApiGateway`, by API and by stage. */
export const apiGatewayMetrics =
  (metrics: Metrics) =>
  ({ apiId, stage, status, latency, integrationLatency }: AnsweredRequest): void => {
    const ofApi: Readonly<Record<string, string>> = { ApiId: apiId };
    for (const dimensions of stage === undefined ? [ofApi] : [ofApi, { ...ofApi, Stage: stage }]) {
      const put = (name: string, value: number, unit: string): void =>
        metrics.put('AWS/ApiGateway', name, dimensions, value, unit);
      put('Count', 1, 'Count');
      put('4xx', status >= 400 && status < 500 ? 1 : 0, 'Count');
      put('5xx', status >= 500 ? 1 : 0, 'Count');
      put('Latency', latency, 'Milliseconds');
      if (integrationLatency !== undefined) put('IntegrationLatency', integrationLatency, 'Milliseconds');
    }
  };
