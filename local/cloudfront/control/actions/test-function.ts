import { AwsError } from '../../../aws/error.ts';
import type { Operation } from '../../../aws/service.ts';
import { functionArn, type ViewerEvent } from '../../functions/edge-function.ts';
import { EdgeFunctionError } from '../../functions/errors.ts';
import { type Before, readReturned } from '../../functions/returned.ts';
import { LONGEST } from '../../functions/sandbox.ts';
import { type Control, foundFunction, functionSummary, invalidArgument, type Stage } from '../state.ts';

type Input = { Name: unknown; IfMatch?: unknown; EventObject?: unknown; Stage?: Stage };

type Event = { context?: { eventType?: ViewerEvent }; request?: Before; response?: Before };

/** Runs a function on an event that the caller made up. */
export const testFunction = (control: Control): Operation => ({
  members: ['Name', 'IfMatch', 'EventObject', 'Stage'],
  permissions: ({ Name }: Input) => [
    { action: 'cloudfront:TestFunction', resource: functionArn(control.accountId, String(Name)) },
  ],
  differs: '`ComputeUtilization` is part of the time that the runtime lets a function compute, not of CloudFront’s',
  run({ Name, IfMatch, EventObject, Stage: stage = 'DEVELOPMENT' }: Input) {
    const found = foundFunction(control, Name, stage);
    if (IfMatch !== found.etag)
      throw new AwsError('InvalidIfMatchVersion', 'The If-Match version is missing or not valid.', 400);
    const event = parsed(EventObject);
    const start = performance.now();
    const { returned, lines, fault } = control.functions.run(found.name, JSON.stringify(event), control.now());
    const took = performance.now() - start;
    return {
      TestResult: {
        FunctionSummary: functionSummary(control, found, stage),
        ComputeUtilization: String(Math.min(100, Math.ceil((took / LONGEST) * 100))),
        FunctionExecutionLogs: lines,
        ...outcome(found.name, event, returned, fault),
      },
    };
  },
});

const outcome = (functionName: string, event: Event, returned: string | undefined, fault?: EdgeFunctionError) => {
  try {
    if (fault) throw fault;
    const eventType = event.context?.eventType ?? (event.response ? 'viewer-response' : 'viewer-request');
    const before = (eventType === 'viewer-request' ? event.request : event.response) ?? {};
    const made = readReturned(returned, { functionName, eventType, before });
    const kind = 'response' in made ? 'response' : 'request';
    return { FunctionErrorMessage: '', FunctionOutput: `{"${kind}":${returned}}` };
  } catch (error) {
    if (!(error instanceof EdgeFunctionError)) throw error;
    return { FunctionErrorMessage: error.detail, FunctionOutput: '' };
  }
};

const parsed = (event: unknown): Event => {
  try {
    const read: unknown = JSON.parse(event instanceof Uint8Array ? Buffer.from(event).toString() : String(event));
    if (typeof read === 'object' && read !== null && 'request' in read) return read as Event;
  } catch {
    // Said below.
  }
  throw invalidArgument('EventObject must be the event of a function, as JSON.');
};
