import { request as httpRequest } from 'node:http';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ApiRequest } from '../apigateway/request.ts';
import { refuse } from '../apigateway/websocket/refuse.ts';
import { openDatabase } from '../database.ts';
import { deployContext, type Harness, openHarness, resource } from '../front-door/harness.ts';
import { ACCOUNT_ID } from '../identity.ts';
import { createCloudFront } from './cloudfront.ts';
import { startSiteServer } from './site-server.ts';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

export const API = 'abc.execute-api.us-east-1.amazonaws.com';

/** A distribution on a port of its own, with buckets and an API behind it. */
export const openSite = async (buckets: readonly string[]) => {
  const reached: ApiRequest[] = [];
  const faults: unknown[] = [];
  const lines: { group: string; message: string }[] = [];
  let made: ReturnType<typeof createCloudFront> | undefined;
  const harness: Harness = await openHarness({
    services() {
      made = createCloudFront({
        database: openDatabase(':memory:'),
        clock: { now: () => harness.clock.now() },
        cloud: () => harness.cloud,
        accountId: ACCOUNT_ID,
        log: (line) => lines.push(line),
        onFault: (error) => faults.push(error),
        apis: {
          has: (host) => host === API,
          answer(request) {
            reached.push(request);
            const headers = { 'content-type': 'application/json' };
            return { status: 201, headers, cookies: ['a=1; Path=/'], body: Buffer.from('{}') };
          },
        },
      });
      return made.services;
    },
  });
  if (!made) throw new Error('the harness asks for services');
  const cloudFront = made;
  const create =
    (types: typeof cloudFront.resourceTypes, service: string) =>
    async (name: string, id: string, properties: object) => {
      const type = `AWS::${service}::${name}`;
      const known = types.find((candidate) => candidate.type === type);
      if (!known) throw new Error(`no ${type}`);
      return known.create(resource(type, id, { ...properties }), deployContext);
    };
  const makeInS3 = create(harness.s3.resourceTypes, 'S3');
  for (const BucketName of buckets) await makeInS3('Bucket', BucketName, { BucketName });
  const s3 = new S3Client(harness.client);
  const server = await startSiteServer({
    port: 0,
    onFault: (error) => faults.push(error),
    answer(request) {
      const distribution = cloudFront.first();
      if (!distribution) throw new Error('no distribution');
      return cloudFront.answer(distribution, request);
    },
    upgrade(request, socket) {
      const distribution = cloudFront.first();
      const origin = distribution && cloudFront.socketOrigin(distribution, request.url ?? '/');
      refuse(socket, 400, {}, { 'x-origin': `${origin?.host}${origin?.path}` });
      return true;
    },
  });

  return {
    ...{ harness, cloudFront, reached, faults, lines, server },
    /** Makes a resource of CloudFront. */
    make: create(cloudFront.resourceTypes, 'CloudFront'),
    /** Gives a bucket the policy that CDK gives it for a distribution with origin access control. */
    letIn: async (Bucket: string, id: string): Promise<void> =>
      void (await makeInS3('BucketPolicy', `${Bucket}-policy`, {
        Bucket,
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'cloudfront.amazonaws.com' },
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
              Condition: { StringEquals: { 'AWS:SourceArn': `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${id}` } },
            },
          ],
        },
      })),
    put: async (Bucket: string, Key: string, Body: string | Buffer, ContentType: string, more: object = {}) =>
      void (await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType, ...more }))),
    /** A request as it is written, without what fetch adds or undoes. */
    send: (
      path: string,
      headers: Record<string, string | string[]> = {},
      method = 'GET',
      body?: string,
    ): Promise<Answer> =>
      new Promise((resolve, reject) => {
        const request = httpRequest({ port: server.port, host: '127.0.0.1', path, headers, method }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
          );
        });
        request.on('error', reject);
        request.end(body);
      }),
    async close() {
      s3.destroy();
      await server.close();
      await harness.close();
    },
  };
};

export type Site = Awaited<ReturnType<typeof openSite>>;
