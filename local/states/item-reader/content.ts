import type { ReaderConfig } from '../language/definition.ts';
import type { Json } from '../language/json.ts';
import { csvItems } from './csv.ts';
import { readerFailed } from './failed.ts';
import { jsonItems, jsonLinesItems } from './json.ts';

/** The items of one object's text. */
export function* contentItems(text: string, config: ReaderConfig): Generator<Json> {
  const { InputType } = config;
  if (InputType === 'CSV') yield* csvItems(text, config);
  else if (InputType === 'JSONL') yield* jsonLinesItems(text);
  else if (InputType === 'JSON') yield* jsonItems(text, config.ItemsPointer);
  else throw readerFailed(`Items of the type ${InputType} cannot be read here`);
}
