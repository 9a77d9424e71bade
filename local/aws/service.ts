import type { AwsError } from './error.ts';
import type { PolicyStatement, Principal } from './principal.ts';

/** What a call needs: one action on one resource, with the values that its policies' conditions may ask for. */
export type Permission = {
  /** Such as `states:StartExecution`. */
  action: string;
  /** An ARN, or `*` where AWS has no resource for the action. */
  resource: string;
  /** Condition keys and their values, such as `{ 'events:source': ['marquee.media'] }`. */
  context?: Readonly<Record<string, readonly string[]>>;
};

export type CallContext = {
  principal: Principal;
  requestId: string;
  region: string;
  accountId: string;
  /** Address of the caller, where the call came over HTTP. */
  sourceIp?: string;
  /** Tells that the caller has gone and waits for no answer. */
  signal?: AbortSignal;
  /** The trace header that the caller sent, which tells what chain of requests this one belongs to. */
  trace?: string;
  /** The refusal of a permission that turns out to be needed while the operation runs; undefined where it is granted. */
  refusalOf(permission: Permission): AwsError | undefined;
};

/**
 * What a call that came over HTTP brings along; a call in process gets its own request id. To be read, not copied: the
 * signal may be one that is made for who asks.
 */
export type CallOrigin = { requestId?: string; sourceIp?: string; signal?: AbortSignal; trace?: string };

/** One API action. `input` and output are the shapes of AWS's own API reference; `input` comes from outside unchecked. */
export type Operation = {
  // biome-ignore lint/suspicious/noExplicitAny: the input is as the caller sent it; the operation checks what it uses.
  permissions(input: any, context: CallContext): Permission[];
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  run(input: any, context: CallContext): Promise<object> | object;
  /**
   * Top-level members of the input that it honours. A call with any other is refused by name, so that nothing is
   * ignored silently; left out where the operation itself judges its whole input.
   */
  members?: readonly string[];
  /** Members that are accepted and change nothing here, each with the reason. */
  withoutEffect?: Readonly<Record<string, string>>;
  /** What it does otherwise than AWS, as a sentence. */
  differs?: string;
};

export type FrontDoorRequest = {
  method: string;
  /** Path and query as received; the host tells virtual-hosted buckets and APIs apart. */
  url: URL;
  /** The path exactly as received, still percent-encoded; `url` has lost its `..` segments. */
  rawPath: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
};

export type FrontDoorResponse = {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
};

/**
 * One AWS service. Its operations are reached in process by `Cloud.call` and, for a service with `json`, over HTTP by
 * `X-Amz-Target`; a service of another protocol brings `handle`, which maps HTTP to its operations.
 */
export type Service = {
  /** The signing name, as it stands in the credential scope: `states`, `events`, `s3`, `lambda`, … */
  name: string;
  /** The name in the credential scope where it is not `name`: DynamoDB Streams signs as `dynamodb`. */
  signingName?: string;
  operations: Readonly<Record<string, Operation>>;
  json?: { targetPrefix: string; version: '1.0' | '1.1' };
  /** Operations that AWS takes without a signature, such as Cognito's `InitiateAuth`; their `permissions` must be empty. */
  unsignedOperations?: readonly string[];
  handle?(request: FrontDoorRequest, context: CallContext, cloud: Cloud): Promise<FrontDoorResponse>;
  /** An error as the service writes it, for one that speaks several protocols; left out where `json` or the form tells. */
  renderError?(error: AwsError, headers: Readonly<Record<string, string>>, requestId: string): FrontDoorResponse;
  /** The statements of a resource's own policy: a bucket's, a queue's, a topic's, a function's, a bus's. */
  policyOf?(resourceArn: string): readonly PolicyStatement[];
  /** Headers that every answer to a request carries, errors included, such as those of CORS. */
  answerHeaders?(request: FrontDoorRequest): Record<string, string>;
};

/** All services behind one door. */
export interface Cloud {
  /**
   * Calls an operation in process, authorised as over HTTP.
   * Throws `AwsError`, with code `AccessDeniedException` or the service's own variant where the principal lacks a grant.
   */
  call(
    service: string,
    operation: string,
    input: object,
    principal: Principal,
    origin?: CallOrigin,
  ): Promise<Record<string, unknown>>;
  /** The refusal that `service` answers where `principal` lacks a permission; undefined where it is granted. */
  refusalOf(service: string, principal: Principal, permission: Permission): AwsError | undefined;
  /** The operations that a service has here, or undefined where the runtime lacks the service. */
  operations(service: string): readonly string[] | undefined;
}
