import type { Operation } from '../../../aws/service.ts';
import { functionArn } from '../../functions/edge-function.ts';
import { type Control, foundFunction } from '../state.ts';

/** The code of a function. */
export const getFunction = (control: Control): Operation => ({
  members: ['Name', 'Stage'],
  permissions: ({ Name }: { Name: unknown }) => [
    { action: 'cloudfront:GetFunction', resource: functionArn(control.accountId, String(Name)) },
  ],
  run({ Name, Stage }: { Name: unknown; Stage?: unknown }) {
    const { code, etag } = foundFunction(control, Name, Stage);
    return { FunctionCode: Buffer.from(code), ETag: etag, ContentType: 'application/octet-stream' };
  },
});
