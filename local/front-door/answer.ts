import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { CallContext, FrontDoorRequest, FrontDoorResponse, Service } from '../aws/service.ts';
import { isDiskFull } from '../database.ts';
import { missingToken, type Protocol } from './auth-errors.ts';
import { authenticate } from './authenticate.ts';
import { queryPairs, type WireRequest } from './canonical.ts';
import { type Claim, claimOf } from './claim.ts';
import type { FrontDoorOptions } from './door.ts';
import { openPayload } from './payload.ts';
import { isPostForm, postObject } from './post-object.ts';
import { readBody } from './read-body.ts';
import { protocolOf, renderError } from './render.ts';
import { bucketOfHost, operationOf, signedService, unsignedService } from './route.ts';

const MIB = 1024 * 1024;

/** Largest object that one request may carry, in bytes. */
export const S3_LIMIT = 100 * MIB;

/** Largest body of any other request, in bytes. */
const OTHER_LIMIT = 10 * MIB;

/** Room for the framing and trailers of an `aws-chunked` upload, in bytes. */
const FRAMING = 2 * MIB;

/** Answers one HTTP request; whatever goes wrong becomes an answer in the service's own words. */
export const answer = async (incoming: IncomingMessage, options: FrontDoorOptions): Promise<FrontDoorResponse> => {
  const wire = wireRequest(incoming);
  // Until the signature names a service: only S3 is spoken to without a target.
  const protocol = wire.headers['x-amz-target'] === undefined ? 's3' : 'json';
  const exchange: Exchange = { incoming, wire, options, protocol, requestId: randomUUID() };
  let response: FrontDoorResponse;
  try {
    response = await dispatch(exchange);
  } catch (error) {
    if (!(error instanceof AwsError) || isDiskFull(error)) options.onFault?.(error);
    const own = error instanceof AwsError && exchange.service?.renderError?.(error, wire.headers, exchange.requestId);
    response = own || renderError(error, exchange.protocol, exchange.requestId, exchange.service);
  }
  const id = exchange.protocol === 's3' ? 'x-amz-request-id' : 'x-amzn-requestid';
  const added = exchange.service?.answerHeaders?.(frontDoorRequest(wire, Buffer.alloc(0)));
  return { ...response, headers: { [id]: exchange.requestId, ...added, ...response.headers } };
};

type Exchange = {
  incoming: IncomingMessage;
  wire: WireRequest;
  options: FrontDoorOptions;
  service?: Service;
  protocol: Protocol;
  requestId: string;
};

const dispatch = async (exchange: Exchange): Promise<FrontDoorResponse> => {
  const { wire, options, incoming } = exchange;
  if (wire.method === 'GET' && wire.rawPath === '/_marquee/health') {
    const ready = options.ready?.() ?? true;
    const body = JSON.stringify({ status: ready ? 'ok' : 'starting' });
    return { status: ready ? 200 : 503, headers: { 'content-type': 'application/json' }, body };
  }
  const target = wire.headers['x-amz-target'];
  const claim = claimOf(wire);
  if (options.ready && !options.ready()) {
    const service = claim ? signedService(options.services, claim.scope.service, target) : undefined;
    exchange.protocol = isPostForm(wire) ? 's3' : protocolOf(service, wire.headers);
    throw new AwsError('ServiceUnavailable', 'The service is starting. Please try again.', 503);
  }
  if (!claim) return dispatchUnsigned(exchange, target);

  exchange.service = signedService(options.services, claim.scope.service, target);
  exchange.protocol = protocolOf(exchange.service, wire.headers);
  if (exchange.protocol === 's3') exchange.requestId = s3RequestId();
  const body = await readBody(incoming, exchange.protocol === 's3' ? S3_LIMIT + FRAMING : OTHER_LIMIT);
  if (body === 'too-large') throw tooLarge(exchange.protocol);
  return dispatchSigned(exchange, claim, body, target);
};

const dispatchSigned = async (
  exchange: Exchange,
  claim: Claim,
  wireBody: Buffer,
  target: string | undefined,
): Promise<FrontDoorResponse> => {
  const { wire, options, service, protocol } = exchange;
  const caller = authenticate(wire, claim, wireBody, protocol, options);
  if (!service) {
    const known = options.services.map(({ name }) => name).join(', ');
    const message = `The embedded runtime has no service that signs as "${claim.scope.service}"; it has ${known}.`;
    throw new AwsError('UnknownServiceException', message, 404);
  }
  const { body, headers } =
    protocol === 's3' ? openPayload(wire, wireBody, caller) : { body: wireBody, headers: wire.headers };
  if (protocol === 's3' && body.length > S3_LIMIT) throw tooLarge(protocol);
  if (protocol === 'json' && target !== undefined) return callJson(exchange, service, target, body, caller.principal);
  if (!service.handle) throw new AwsError('UnknownOperationException', 'The request names no operation.', 404);
  return service.handle(
    frontDoorRequest({ ...wire, headers }, body),
    contextOf(exchange, caller.principal),
    options.cloud,
  );
};

const dispatchUnsigned = async (exchange: Exchange, target: string | undefined): Promise<FrontDoorResponse> => {
  const { wire, options, incoming } = exchange;
  if (target !== undefined) {
    exchange.service = unsignedService(options.services, target);
    exchange.protocol = 'json';
    if (!exchange.service) throw missingToken('json');
    const body = await readBody(incoming, OTHER_LIMIT);
    if (body === 'too-large') throw tooLarge('json');
    return callJson(exchange, exchange.service, target, body, anonymous(options.accountId));
  }
  if (isPostForm(wire)) {
    exchange.service = options.services.find(({ name }) => name === 's3');
    exchange.protocol = 's3';
    exchange.requestId = s3RequestId();
    const origin = { requestId: exchange.requestId, sourceIp: incoming.socket.remoteAddress };
    return postObject(incoming, { wire, options, origin, bucket: bucketOf(wire), limit: S3_LIMIT });
  }
  const body = await readBody(incoming, OTHER_LIMIT);
  if (body !== 'too-large') {
    const response = await options.unsigned?.(frontDoorRequest(wire, body));
    if (response) return response;
  }
  exchange.service = options.services.find(({ name }) => name === 's3');
  exchange.protocol = protocolOf(exchange.service, wire.headers);
  exchange.requestId = s3RequestId();
  if (wire.method === 'OPTIONS' && exchange.service?.handle) {
    const request = frontDoorRequest(wire, Buffer.alloc(0));
    return exchange.service.handle(request, contextOf(exchange, anonymous(options.accountId)), options.cloud);
  }
  throw missingToken(exchange.protocol);
};

const callJson = async (
  exchange: Exchange,
  service: Service,
  target: string,
  body: Buffer,
  principal: Principal,
): Promise<FrontDoorResponse> => {
  const operation = operationOf(target);
  if (!Object.hasOwn(service.operations, operation)) {
    const message = `The embedded runtime does not support ${service.name}:${operation}.`;
    throw new AwsError('UnknownOperationException', message, 400);
  }
  let input: object;
  try {
    input = body.length === 0 ? {} : (JSON.parse(body.toString()) as object);
  } catch (cause) {
    throw new AwsError('SerializationException', `The body is not JSON: ${(cause as Error).message}`, 400);
  }
  const output = await whileThere(exchange.incoming, (signal) => {
    const { requestId, sourceIp, trace } = contextOf(exchange, principal);
    const origin = { requestId, sourceIp, signal, trace };
    return exchange.options.cloud.call(service.name, operation, input, principal, origin);
  });
  return {
    status: 200,
    headers: { 'content-type': `application/x-amz-json-${service.json?.version ?? '1.0'}` },
    body: JSON.stringify(output),
  };
};

/** Does work with a signal that tells when the client has hung up. */
const whileThere = async <T>({ socket }: IncomingMessage, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  socket.once('close', leave);
  try {
    return await work(gone.signal);
  } finally {
    socket.off('close', leave);
  }
};

const contextOf = ({ options, requestId, incoming, service, wire }: Exchange, principal: Principal): CallContext => ({
  principal,
  requestId,
  region: options.region,
  accountId: options.accountId,
  sourceIp: incoming.socket.remoteAddress,
  trace: wire.headers['x-amzn-trace-id'],
  refusalOf: (permission) => options.cloud.refusalOf(service?.name ?? '', principal, permission),
});

const anonymous = (accountId: string): Principal => ({ arn: 'anonymous', accountId, policies: [] });

const wireRequest = (incoming: IncomingMessage): WireRequest => {
  const [rawPath = '/', rawQuery = ''] = (incoming.url ?? '/').split(/\?(.*)/s, 2);
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(incoming.headersDistinct)) headers[name] = (values ?? []).join(',');
  return { method: incoming.method ?? 'GET', rawPath, rawQuery, headers };
};

const frontDoorRequest = ({ method, rawPath, rawQuery, headers }: WireRequest, body: Buffer): FrontDoorRequest => {
  const url = new URL(`http://${hostOf(headers)}/`);
  // Assigned, not parsed: a path such as `//bucket` must not be taken for a host.
  url.pathname = rawPath;
  url.search = new URLSearchParams(queryPairs(rawQuery)).toString();
  return { method, url, rawPath, headers, body };
};

const hostOf = ({ host }: Readonly<Record<string, string>>): string =>
  host && URL.canParse(`http://${host}/`) ? host : 'localhost';

const bucketOf = ({ rawPath, headers }: WireRequest): string =>
  bucketOfHost(headers.host ?? '') ?? rawPath.split('/')[1] ?? '';

const s3RequestId = (): string => randomBytes(8).toString('hex').toUpperCase();

const tooLarge = (protocol: Protocol): AwsError =>
  protocol === 's3'
    ? new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
        MaxSizeAllowed: String(S3_LIMIT),
      })
    : new AwsError('RequestEntityTooLargeException', `The body is larger than ${OTHER_LIMIT} bytes.`, 413);
