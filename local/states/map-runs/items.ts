import type { Visit } from '../interpreter/visit.ts';
import { readerFailed } from '../item-reader/failed.ts';
import type { S3 } from '../item-reader/objects.ts';
import { readItems } from '../item-reader/read-items.ts';
import type { ItemReader } from '../language/definition.ts';
import { isObject, type Json } from '../language/json.ts';

/** Most items that AWS reads. */
const MOST_ITEMS = 100_000_000;

/** S3 as the role of the execution. */
export const s3Of =
  ({ run }: Visit): S3 =>
  (operation, input) =>
    run.core.cloud().call('s3', operation, input, run.core.principalOf(run.row.role_arn));

/** The items of a Map's ItemReader, at most MaxItems. Throws `States.ItemReaderFailed`. */
export async function* itemsFromS3(visit: Visit, reader: ItemReader): AsyncGenerator<Json> {
  const { language } = visit;
  const config = { holder: reader.ReaderConfig ?? {}, at: 'ItemReader/ReaderConfig' };
  const given = (await language.number('MaxItems', visit.frame(), config)) ?? 0;
  if (given < 0) throw readerFailed('field MaxItems must be positive');
  // 0 is the default, and stands for no limit of one's own.
  const most = given === 0 ? MOST_ITEMS : Math.min(given, MOST_ITEMS);
  const [template, at] =
    reader.Arguments === undefined
      ? [reader.Parameters, 'ItemReader/Parameters']
      : [reader.Arguments, 'ItemReader/Arguments'];
  const request = await language.filled(template ?? {}, at, visit.frame());
  if (!isObject(request)) throw readerFailed(`${at} must be an object`);
  let count = 0;
  for await (const item of readItems(reader, request, s3Of(visit))) {
    yield item;
    count += 1;
    if (count >= most) return;
  }
}
