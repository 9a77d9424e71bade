import { length } from '../../aws/constraints.ts';
import { list, needed, text } from '../../aws/input-shape.ts';
import type { Operation } from '../../aws/service.ts';
import { compilePattern } from '../pattern/pattern.ts';
import { checkLogsInput, PATTERN } from '../shapes.ts';

const SHAPE = {
  filterPattern: needed(PATTERN),
  logEventMessages: needed(list(text(length(1, 1_048_576)), length(1, 50))),
};

type Input = { filterPattern: string; logEventMessages: string[] };

/** Tells which of some lines a pattern takes, and what it finds in them. */
export const testMetricFilter = (): Operation => ({
  members: Object.keys(SHAPE),
  permissions: () => [{ action: 'logs:TestMetricFilter', resource: '*' }],
  run(input: Input) {
    checkLogsInput(SHAPE, input);
    const pattern = compilePattern(input.filterPattern);
    const matches = input.logEventMessages.flatMap((eventMessage, index) =>
      pattern.matches(eventMessage)
        ? [{ eventNumber: index + 1, eventMessage, extractedValues: pattern.values(eventMessage) }]
        : [],
    );
    return { matches };
  },
});
