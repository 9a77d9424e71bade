import type { IncomingMessage } from 'node:http';
import { CHECKSUM_ALGORITHMS, checksum } from '../aws/checksum.ts';
import { AwsError } from '../aws/error.ts';
import type { Principal } from '../aws/principal.ts';
import type { CallOrigin, FrontDoorResponse } from '../aws/service.ts';
import { listOf, parseXml, toXml } from '../aws/xml.ts';
import { refuseUnsupported } from '../s3/refuse.ts';
import { furtherMembers } from '../s3/rest/further-members.ts';
import { wrongSignature } from './auth-errors.ts';
import { credentialsOf } from './authenticate.ts';
import type { WireRequest } from './canonical.ts';
import type { FrontDoorOptions } from './door.ts';
import { readForm } from './post-form.ts';
import { checkPolicy, type FormFields } from './post-policy.ts';
import { parseCredential, sameSignature, sign, signingKey } from './signature.ts';

/** Stands for the name of the uploaded file in any field. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is S3's placeholder, not ours.
const FILE_NAME = '${filename}';

type Context = {
  wire: WireRequest;
  options: FrontDoorOptions;
  origin: CallOrigin;
  bucket: string;
  /** Largest file whatever the policy says, in bytes. */
  limit: number;
};

/** Whether a request is a browser's form upload, which carries its signature in the form. */
export const isPostForm = ({ method, headers }: WireRequest): boolean =>
  method === 'POST' && (headers['content-type'] ?? '').toLowerCase().startsWith('multipart/form-data');

/** Takes a browser's form upload to a bucket, as far as the policy in the form allows. */
export const postObject = async (incoming: IncomingMessage, context: Context): Promise<FrontDoorResponse> => {
  const { options, bucket, limit, origin } = context;
  let principal: Principal | undefined;
  let key = '';
  const { fields, file } = await readForm(incoming, (received, fileName) => {
    principal = principalOf(received, options);
    const resolved = new Map([...received].map(([name, value]) => [name, value.replaceAll(FILE_NAME, () => fileName)]));
    key = resolved.get('key') ?? '';
    const range = checkPolicy(received.get('policy') ?? '', resolved, { bucket, now: options.clock.now() });
    return { smallest: range.smallest, largest: Math.min(range.largest, limit) };
  });
  if (!principal) throw new AwsError('AccessDenied', 'Access Denied', 403);
  verifyChecksums(fields, file);
  const input = { Bucket: bucket, Key: key, Body: file, ...memberInput(fields) };
  const { ETag } = await options.cloud.call('s3', 'PostObject', input, principal, origin);
  return success(context, fields, key, String(ETag));
};

const required = (fields: FormFields, name: string): string => {
  const value = fields.get(name.toLowerCase());
  if (value) return value;
  const message = `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`;
  throw new AwsError('InvalidArgument', message, 400, { ArgumentName: name, ArgumentValue: '' });
};

/** Verifies the form's signature, which is taken over the encoded policy. A form without a policy is anonymous. */
const principalOf = (fields: FormFields, { identities }: FrontDoorOptions): Principal => {
  required(fields, 'key');
  const policy = fields.get('policy');
  if (policy === undefined) throw new AwsError('AccessDenied', 'Access Denied', 403);
  if (required(fields, 'X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw new AwsError('InvalidArgument', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"', 400);
  }
  const scope = parseCredential(required(fields, 'X-Amz-Credential'));
  const signature = required(fields, 'X-Amz-Signature');
  required(fields, 'X-Amz-Date');
  if (!scope) {
    const message = 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".';
    throw new AwsError(
      'AuthorizationQueryParametersError',
      `Error parsing the X-Amz-Credential parameter; ${message}`,
      400,
    );
  }
  const credentials = credentialsOf(scope, fields.get('x-amz-security-token'), 's3', identities);
  if (!sameSignature(sign(signingKey(credentials.secretAccessKey, scope), policy), signature)) {
    throw wrongSignature('s3', { accessKeyId: scope.accessKeyId, stringToSign: policy, signature });
  }
  return credentials.principal;
};

const verifyChecksums = (fields: FormFields, file: Buffer): void => {
  for (const algorithm of CHECKSUM_ALGORITHMS) {
    const given = fields.get(`x-amz-checksum-${algorithm}`);
    if (given === undefined || checksum(algorithm, file) === given) continue;
    throw new AwsError(
      'BadDigest',
      `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      400,
    );
  }
};

const META = 'x-amz-meta-';

/** What the form says about the object, in the SDK's names. */
const memberInput = (fields: FormFields): Record<string, unknown> => {
  refuseUnsupported((name) => fields.get(name));
  return {
    ...furtherMembers({ headers: Object.fromEntries(fields) }),
    ContentType: fields.get('content-type'),
    CacheControl: fields.get('cache-control'),
    ContentDisposition: fields.get('content-disposition'),
    ContentEncoding: fields.get('content-encoding'),
    Tagging: taggingOf(fields),
    Metadata: Object.fromEntries(
      [...fields].filter(([name]) => name.startsWith(META)).map(([name, value]) => [name.slice(META.length), value]),
    ),
    ...Object.fromEntries(
      CHECKSUM_ALGORITHMS.map((name) => [`Checksum${name.toUpperCase()}`, fields.get(`x-amz-checksum-${name}`)]),
    ),
  };
};

/** A form brings its tags as XML. */
const taggingOf = (fields: FormFields): string | undefined => {
  const xml = fields.get('tagging');
  if (xml === undefined) return undefined;
  try {
    const { TagSet } = parseXml(xml, 'Tagging') as { TagSet?: { Tag?: unknown } };
    const tags = listOf(TagSet?.Tag) as { Key?: string; Value?: string }[];
    return new URLSearchParams(tags.map(({ Key = '', Value = '' }) => [Key, Value])).toString();
  } catch {
    const message = 'The XML you provided was not well-formed or did not validate against our published schema';
    throw new AwsError('MalformedXML', message, 400);
  }
};

const success = ({ wire, bucket }: Context, fields: FormFields, key: string, etag: string): FrontDoorResponse => {
  const location = `http://${wire.headers.host ?? 'localhost'}${wire.rawPath.replace(/\/$/, '')}/${encodeURIComponent(key)}`;
  const headers = { etag, location };
  const redirect = fields.get('success_action_redirect') ?? fields.get('redirect');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) target.searchParams.set(name, value);
    return { status: 303, headers: { etag, location: target.href } };
  }
  const status = Number(fields.get('success_action_status'));
  if (status !== 201) return { status: status === 200 ? 200 : 204, headers };
  const body = toXml('PostResponse', { Location: location, Bucket: bucket, Key: key, ETag: etag });
  return { status, headers: { ...headers, 'content-type': 'application/xml' }, body };
};
