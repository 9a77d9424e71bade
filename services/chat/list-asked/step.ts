import * as z from 'zod';
import type { Asked } from '../model/asked.ts';

const DAY = 24 * 3600 * 1000;

export const ListAskedInput = z.strictObject({
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'expected a language such as en or es'),
  /** How far back is counted, today included. */
  days: z.coerce.number().int().min(1).max(366).default(30),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListAskedInput = z.infer<typeof ListAskedInput>;

type Deps = { now: () => number; readAsked: (locale: string, from: string) => Promise<Asked[]> };

/** What fans of a language asked about most, the most often asked first. */
export const createListAsked =
  ({ now, readAsked }: Deps) =>
  async ({ locale, days, limit }: ListAskedInput) => {
    const from = new Date(now() - (days - 1) * DAY).toISOString().slice(0, 10);
    const sums = new Map<string, Asked>();
    for (const asked of await readAsked(locale, from)) {
      const known = sums.get(asked.subject);
      // Rows come by day: the last one tells what a page is called now.
      sums.set(asked.subject, { ...asked, count: asked.count + (known?.count ?? 0) });
    }
    const asked = [...sums.values()].sort(
      (one, other) => other.count - one.count || one.subject.localeCompare(other.subject),
    );
    return { asked: asked.slice(0, limit), from };
  };
