import { AwsError } from '../aws/error.ts';

/** Does something in fauxqs, whose own errors become those of the API. */
export const translated = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AwsError || !(error instanceof Error) || !('code' in error) || !('statusCode' in error))
      throw error;
    throw new AwsError(String(error.code), error.message, Number(error.statusCode));
  }
};
