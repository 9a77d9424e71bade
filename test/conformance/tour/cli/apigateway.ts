import { expect } from 'vitest';
import type { Aws } from '../aws.ts';
import type { Ground } from '../ground.ts';

/** An API of a template, and a connection to it that is not there. */
export const apigateway = async (aws: Aws, { siteUrl, socketsId }: Ground): Promise<void> => {
  const { Items } = await aws.run('apigatewayv2 get-apis --page-size 1');
  expect(Items).toMatchObject([{ ApiId: socketsId, ProtocolType: 'WEBSOCKET' }]);
  expect(await aws.run(`apigatewayv2 get-stage --stage-name live --api-id ${socketsId}`)).toMatchObject({
    StageName: 'live',
  });
  expect(await aws.refused('apigatewayv2 get-api --api-id none')).toMatch(/\(NotFoundException\)/);
  const address = `${siteUrl}/_aws/execute-api/${socketsId}/live`;
  const post = `apigatewaymanagementapi post-to-connection --connection-id AAAAAAAAAAAAAAA= --data aGk= --endpoint-url ${address}`;
  expect(await aws.refused(post)).toMatch(/\(GoneException\)/);
};
