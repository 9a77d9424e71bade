import { objectIn } from '@marquee/ui/json-object.ts';
/** What an execution is about, as people name it. */
export type Subject = {
  label: string;
  /** Business keys, each with all its values: `asset`, `page`, `conversation`, `ticket`, `publication`, `release`, `correlation`, `event`. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** The event that started it. */
  detailType?: string;
};

type Json = Record<string, unknown>;

const member = (value: Json, name: string): Json => {
  const found = value[name];
  return found !== null && typeof found === 'object' ? (found as Json) : {};
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Ids are told apart by their beginning. */
export const shortId = (id: string): string => (/^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id);

/** A file's name, of a key such as `uploads/<asset>/<name>`. */
const fileOf = (key: unknown): string | undefined => text(key)?.replace(/^[^/]+\/[^/]+\//, '');

const itemsOf = (data: Json): string[] =>
  Array.isArray(data.items) ? data.items.flatMap((item) => text((item as Json | null)?.itemId) ?? []) : [];

/** How many items a label names. */
const NAMED = 2;

const labelOfItems = (items: readonly string[]): string =>
  items.length === 1
    ? `Page “${items[0]}”`
    : `${items.length} pages: ${items.slice(0, NAMED).join(', ')}${items.length > NAMED ? ', …' : ''}`;

const labelOf = (detailType: string | undefined, data: Json): string | undefined => {
  const asset = text(data.assetId);
  const items = itemsOf(data);
  if (Array.isArray(data.renditions) && asset) return `${data.renditions.join(', ')} of asset ${shortId(asset)}`;
  const file = fileOf(data.key);
  if (file) return file;
  if (asset) return `Asset ${shortId(asset)}`;
  if (text(data.rehearsalId)) return `Rehearsal of release ${shortId(String(data.releaseId))}`;
  if (text(data.releaseId) && text(data.name)) return `Release “${data.name}”`;
  if (items.length > 0) return labelOfItems(items);
  if (text(data.itemId)) return `Page “${data.itemId}”`;
  if (text(data.ticketId)) return `A person for conversation ${shortId(String(data.conversationId))}`;
  if (text(data.conversationId))
    return `Turn ${data.turn ?? '?'} of conversation ${shortId(String(data.conversationId))}`;
  if (/^Rebuild/.test(detailType ?? '')) return 'The whole site';
  if (/^Refresh/.test(detailType ?? '')) return 'Pages that change with time';
  return undefined;
};

/** Reads what an execution is about from its input: an event of Marquee's, or what one workflow hands to another. */
export const subjectOf = (input: string | undefined, name: string): Subject => {
  const event = objectIn(input);
  const detail = member(event, 'detail');
  const metadata = member(detail, 'metadata');
  const detailType = text(event['detail-type']);
  const release = member(event, 'release');
  const data = Object.keys(release).length > 0 ? release : member(detail, 'data');
  const items = [...itemsOf(data), ...(text(data.itemId) ? [String(data.itemId)] : [])];
  const keys: Record<string, string[]> = {};
  const add = (key: string, value: unknown): void => {
    const found = text(value);
    if (found) keys[key] = [...(keys[key] ?? []), found];
  };
  add('asset', data.assetId);
  for (const item of items) add('page', item);
  add('conversation', data.conversationId);
  add('ticket', data.ticketId);
  add('publication', data.publicationId);
  add('release', data.releaseId ?? data.scheduleId);
  add('title', data.titleId);
  add('correlation', metadata.correlationId);
  add('event', metadata.eventId);
  const label = labelOf(detailType, data);
  return {
    label: release === data && label ? `Former content of ${label.toLowerCase()}` : (label ?? name),
    keys,
    ...(detailType && { detailType }),
  };
};
