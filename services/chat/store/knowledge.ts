import { GetObjectCommand } from '@aws-sdk/client-s3';
import { s3 } from '../../shared/clients.ts';
import { variable } from '../../shared/environment.ts';

const Bucket = /* @__PURE__ */ variable('PAGES_BUCKET');

/** Reads a file of knowledge. */
export const readKnowledge = async (Key: string): Promise<string> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
};
