import { AwsError } from '../aws/error.ts';

/** S3's own answer to what it does not do; `Header` names the header or query at fault, `detail` ends the message. */
export const notImplemented = (Header: string, what = 'header', detail = ''): AwsError =>
  new AwsError('NotImplemented', `A ${what} you provided implies functionality that is not implemented${detail}`, 501, {
    Header,
  });
