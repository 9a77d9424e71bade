import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { keysOf } from './endpoints.ts';

/** The headers of a POST to `/`, signed. */
export type SignRequest = (headers: Readonly<Record<string, string>>, body: string) => Promise<Record<string, string>>;

/** Signs requests to a server of the user's own with the user's own keys. */
export const signerFor = (service: string, endpoint: string, region: string): SignRequest => {
  const { protocol, hostname, host, port } = new URL(endpoint);
  const signer = new SignatureV4({ service, region, credentials: keysOf(process.env), sha256: Sha256 });
  return async (headers, body) => {
    const request = { method: 'POST', protocol, hostname, path: '/', body, headers: { ...headers, host } };
    return (await signer.sign({ ...request, ...(port === '' ? {} : { port: Number(port) }) })).headers;
  };
};
