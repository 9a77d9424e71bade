import type { AuditEntry } from '../../../api/content.ts';

/** Some entries of a history that say one thing together. */
export type Told = { entry: AuditEntry; times: number; from: number };

/** Changes of one person within this time are one, in milliseconds. */
const TOGETHER = 30 * 60_000;

/** A history as somebody would tell it: of several saves in a row only how often; what was asked for and then happened, once. */
export const toldOf = (entries: readonly AuditEntry[]): Told[] => {
  const told: Told[] = [];
  for (const [index, entry] of entries.entries()) {
    const last = told.at(-1);
    const near = last && Date.parse(last.entry.at) - Date.parse(entry.at) < TOGETHER;
    if (last && near && entry.action === 'saved' && last.entry.action === 'saved' && last.entry.by === entry.by) {
      last.times++;
      last.from = entry.version;
      continue;
    }
    // The newer entry, which says that it happened, stands for both.
    const publicationId = entry.details?.publicationId;
    const isTold =
      entry.action.startsWith('asked-to') &&
      entries
        .slice(0, index)
        .some((other) => publicationId !== undefined && other.details?.publicationId === publicationId);
    if (!isTold) told.push({ entry, times: 1, from: entry.version });
  }
  return told;
};
