import { AwsError } from '../../aws/error.ts';
import type { FoundFunction, Functions } from '../functions.ts';
import type { Host, Invoked } from '../host.ts';

/** What came of an invocation; `refused` where the function did not run: it is throttled, or is not there. */
export type Attempt = { found: FoundFunction; result: Invoked } | { refused: AwsError };

export type InvokeFunction = (functionArn: string, event: object, trace?: string) => Promise<Attempt>;

/** Invokes functions for mappings, as Lambda itself: it needs nobody's permission for that. */
export const createInvoke =
  (functions: Functions, host: Host): InvokeFunction =>
  async (functionArn, event, trace) => {
    try {
      const found = functions.find(functionArn);
      return { found, result: await host.invoke(found, JSON.stringify(event), { trace }) };
    } catch (error) {
      if (error instanceof AwsError) return { refused: error };
      throw error;
    }
  };
