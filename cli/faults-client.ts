import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Connection } from './connection.ts';
import { UsageError } from './usage.ts';

/** A fault as the runtime tells it; the rate is a share, the latency in milliseconds. */
export type Fault = {
  id: string;
  service: string;
  operation: string;
  error?: string;
  rate: number;
  latency: number;
  times?: number;
  resource?: string;
  struck: number;
};

/** Calls the runtime's faults, which no AWS client knows. Throws `UsageError` with what the runtime says of a wrong call. */
export const callFaults = async <T>({ client }: Connection, operation: string, input: object): Promise<T> => {
  const { endpoint, region = 'us-east-1', credentials } = client;
  if (!endpoint || !credentials)
    throw new UsageError('Faults are of a runtime on this machine; an AWS account has none.');
  const { protocol, hostname, port, host } = new URL(endpoint);
  const body = JSON.stringify(input);
  const signer = new SignatureV4({ service: 'faults', region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign({
    ...{ method: 'POST', protocol, hostname, port: Number(port), path: '/', body },
    headers: {
      host,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `EmbeddedRuntimeFaults.${operation}`,
    },
  });
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  const answer = (await response.json()) as { message?: string; Message?: string };
  if (!response.ok)
    throw new UsageError(answer.message ?? answer.Message ?? `The runtime answered ${response.status}.`);
  return answer as T;
};
