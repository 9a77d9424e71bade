import type { Core } from '../core.ts';
import { DATA_LIMIT, tooLarge } from '../interpreter/data-limit.ts';
import type { WriterConfig } from '../language/definition.ts';
import type { Json } from '../language/json.ts';
import { readText } from '../language/json-text.ts';
import type { MapRunRow } from '../store/map-runs.ts';
import { formatted, resultsOf } from './records.ts';

/** Few at a time: each may be as large as an output may be. */
const PAGE = 100;

/**
 * The result of a Map state that exports nothing: what its children gave, in the order of the items; with JSONL the text
 * of the lines. Throws `States.DataLimitExceeded` before it would hold more than AWS allows.
 */
export const outputOf = (core: Core, mapRun: MapRunRow, name: string, config: WriterConfig = {}): Json => {
  const { OutputType, Transformation = 'COMPACT' } = config;
  const results: string[] = [];
  let bytes = 0;
  for (let after = -1; ; ) {
    const page = core.mapChildren.page(mapRun.key, after, PAGE);
    for (const child of page) {
      for (const result of resultsOf(child, mapRun.machine_arn, Transformation)) {
        bytes += Buffer.byteLength(result) + 1;
        results.push(result);
      }
    }
    if (bytes > DATA_LIMIT) throw tooLarge(name);
    if (page.length < PAGE) break;
    after = page.at(-1)?.position ?? after;
  }
  const text = formatted(results, OutputType);
  return OutputType === 'JSONL' ? text : readText(text);
};
