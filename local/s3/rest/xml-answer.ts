import type { FrontDoorResponse } from '../../aws/service.ts';
import { toXml } from '../../aws/xml.ts';
import type { S3Request } from './request.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Lists whose members are wrapped in an element of their own; all others repeat the list's name. */
const WRAPPED: Readonly<Record<string, string>> = { Buckets: 'Bucket', TagSet: 'Tag' };

/** Lists whose element has another name than the SDK gives the list. */
const RENAMED: Readonly<Record<string, string>> = {
  AllowedHeaders: 'AllowedHeader',
  AllowedMethods: 'AllowedMethod',
  AllowedOrigins: 'AllowedOrigin',
  CORSRules: 'CORSRule',
  Errors: 'Error',
  ExposeHeaders: 'ExposeHeader',
  Parts: 'Part',
  Rules: 'Rule',
  Tags: 'Tag',
  Uploads: 'Upload',
};

/** Members that S3 encodes where a listing asks for `encoding-type=url`. */
const ENCODED = new Set(['Key', 'Prefix', 'Delimiter', 'Marker', 'NextMarker', 'StartAfter']);

/** Answers an output as an XML document. */
export const xmlAnswer =
  (root: string) =>
  (output: Readonly<Record<string, unknown>>, request: S3Request): FrontDoorResponse => {
    const encoded = request.query.get('encoding-type') === 'url';
    const members =
      root === 'LocationConstraint'
        ? { '#text': output.LocationConstraint ?? '' }
        : (shaped(output, encoded) as object);
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: toXml(root, members, NAMESPACE) };
  };

const shaped = (value: unknown, encoded: boolean, name = ''): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => shaped(each, encoded));
  if (typeof value === 'string' && encoded && ENCODED.has(name))
    return encodeURIComponent(value).replaceAll('%2F', '/');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, each]) => {
      const wrapper = WRAPPED[member];
      const shape = shaped(each, encoded, member);
      return [RENAMED[member] ?? member, wrapper ? { [wrapper]: shape } : shape];
    }),
  );
};
