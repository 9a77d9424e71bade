import { AwsError } from '../aws/error.ts';

/** Bucket and key of a `CopySource`: `bucket/key`, URL-encoded, with or without a leading slash. */
export const copySource = (text: unknown): { Bucket: string; Key: string } => {
  const [path = '', version] = String(text).split('?versionId=');
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A source that was never encoded, with a percent sign in its key.
  }
  const [, Bucket, Key] = /^\/?([^/]+)\/(.+)$/s.exec(decoded) ?? [];
  if (!Bucket || !Key)
    throw new AwsError(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
      400,
    );
  if (version !== undefined && version !== 'null') {
    throw new AwsError('NoSuchVersion', 'The specified version does not exist.', 404, { VersionId: version });
  }
  return { Bucket, Key };
};
