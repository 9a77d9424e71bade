import type { Operation } from '../../../aws/service.ts';
import { type PageInput, pageOf } from '../paging.ts';
import { type Control, functionSummary, invalidArgument, type Stage } from '../state.ts';

const STAGES: readonly Stage[] = ['DEVELOPMENT', 'LIVE'];

/** Functions by name at their stages, in pages. */
export const listFunctions = (control: Control): Operation => ({
  members: ['Marker', 'MaxItems', 'Stage'],
  permissions: () => [{ action: 'cloudfront:ListFunctions', resource: '*' }],
  run(input: PageInput & { Stage?: unknown }) {
    const wanted = STAGES.filter((stage) => input.Stage === undefined || input.Stage === stage);
    if (wanted.length === 0) throw invalidArgument('Stage must be DEVELOPMENT or LIVE.');
    const functions = control.functions.all().sort((one, other) => (one.name < other.name ? -1 : 1));
    const summaries = functions.flatMap((each) =>
      wanted
        .filter((stage) => stage === 'DEVELOPMENT' || each.live)
        .map((stage) => functionSummary(control, each, stage)),
    );
    const keyOf = ({ Name, FunctionMetadata: { Stage } }: (typeof summaries)[number]): string => `${Name}/${Stage}`;
    const { Marker: _, IsTruncated: __, ...page } = pageOf(summaries, input, keyOf);
    return { FunctionList: page };
  },
});
