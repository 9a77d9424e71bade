import type { Workflow } from '../system/system.ts';
import { filteredLines } from './load-rows.ts';
import { statesLine } from './log-marks.ts';
import type { Period } from './period.ts';

/** What was found so far. `done` of `of` logs were read to their end. */
export type Found = { arns: ReadonlySet<string>; done: number; of: number };

/** A term that a line has to have as it is; quotes of the text are those of JSON within JSON. */
const term = (text: string): string => JSON.stringify(JSON.stringify(text).slice(1, -1));

/**
 * Finds the executions in whose logs all texts stand: in an input, an output, an error or a cause, each wherever. Yields what
 * is found so far after each page. Throws `AwsCallError`.
 */
export async function* search(
  texts: readonly string[],
  workflows: readonly Workflow[],
  period: Period,
  signal: AbortSignal,
): AsyncGenerator<Found> {
  const logs = workflows.flatMap(({ logGroup }) => logGroup ?? []);
  const found = new Set<string>();
  for (const [done, logGroup] of logs.entries()) {
    let common: Set<string> | undefined;
    for (const text of texts) {
      const having: Set<string> = new Set();
      for await (const lines of filteredLines(logGroup, term(text), period, signal)) {
        for (const { message } of lines) {
          const arn = statesLine(message)?.execution_arn;
          if (arn && (common === undefined || common.has(arn))) having.add(arn);
        }
        if (texts.length === 1) {
          for (const arn of having) found.add(arn);
          yield { arns: new Set(found), done, of: logs.length };
        }
      }
      common = having;
      if (common.size === 0) break;
    }
    for (const arn of common ?? []) found.add(arn);
    yield { arns: new Set(found), done: done + 1, of: logs.length };
  }
}
