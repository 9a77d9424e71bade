import type { Readiness, ReadinessProblem, Severity } from '../../api/releases.ts';

export type GateKind = 'page' | 'file' | 'language' | 'link' | 'window';

/** One line of the gate: something that is ready, or what it lacks. */
export type GateRow = {
  id: string;
  kind: GateKind;
  name: string;
  severity: Severity | 'ready';
  problems: readonly Pick<ReadinessProblem, 'message' | 'remedy' | 'severity' | 'field'>[];
  /** Where it is mended, in the studio. */
  to?: string;
  renditions?: { ready: number; total: number };
};

const RANK: Readonly<Record<GateRow['severity'], number>> = { blocking: 0, waiting: 1, advice: 2, ready: 3 };

const worst = (problems: readonly { severity: Severity }[]): GateRow['severity'] =>
  problems.map(({ severity }) => severity).sort((one, other) => RANK[one] - RANK[other])[0] ?? 'ready';

const lastPart = (field: string): string => field.split('.').at(-1) ?? '';

/** Whether a problem is that a text lacks a language: then its field ends with that language. */
const lacksLanguage = ({ severity, field }: ReadinessProblem, locales: readonly string[]): boolean =>
  severity === 'advice' && locales.includes(lastPart(field));

/**
 * A release's readiness as lines, what blocks first: every page, every file with its renditions, every language of the site, and the
 * links, of which those that answer share a line.
 */
export const gateOf = (
  readiness: Readiness,
  languages: readonly { locale: string; label: string }[],
): readonly GateRow[] => {
  const locales = languages.map(({ locale }) => locale);
  const pages = readiness.items.map(({ itemId, name, problems }): GateRow => {
    const own = problems.filter((problem) => !lacksLanguage(problem, locales));
    return { id: `page ${itemId}`, kind: 'page', name, severity: worst(own), problems: own, to: `/pages/${itemId}` };
  });
  const files = readiness.assets.map(
    ({ assetId, fileName, problems, renditions }): GateRow => ({
      ...{ id: `file ${assetId}`, kind: 'file', name: fileName, severity: worst(problems), problems },
      to: `/library?asset=${assetId}`,
      ...(renditions ? { renditions } : {}),
    }),
  );
  const texts = languages.map(({ locale, label }): GateRow => {
    const lacking = readiness.items.flatMap(({ name, itemId, problems }) =>
      problems
        .filter((problem) => lacksLanguage(problem, locales) && lastPart(problem.field) === locale)
        .map((problem) => ({ ...problem, message: `${name}: ${problem.message}`, itemId })),
    );
    const [first] = lacking;
    return {
      ...{ id: `language ${locale}`, kind: 'language', name: label, severity: worst(lacking), problems: lacking },
      ...(first ? { to: `/pages/${first.itemId}` } : {}),
    };
  });
  const windows = readiness.windows
    .filter(({ problems }) => problems.length > 0)
    .map(({ windowId, problems }): GateRow => {
      return { id: `window ${windowId}`, kind: 'window', name: '', severity: worst(problems), problems };
    });
  const rows = [...pages, ...files, ...(readiness.items.length > 0 ? texts : []), ...windows, ...linkRows(readiness)];
  return rows.sort((one, other) => RANK[one.severity] - RANK[other.severity]);
};

const linkRows = ({ links }: Readiness): GateRow[] => {
  const broken = links
    .filter(({ ok }) => !ok)
    .map(({ itemId, field, url, problem = '' }): GateRow => {
      const told = { message: problem, remedy: '', severity: 'blocking' as const, field };
      const id = `link ${itemId} ${field} ${url}`;
      return { id, kind: 'link', name: url, severity: 'blocking', problems: [told], to: `/pages/${itemId}` };
    });
  const answer = links.length - broken.length;
  if (answer === 0) return broken;
  return [...broken, { id: 'links', kind: 'link', name: '', severity: 'ready', problems: [] }];
};

/** How many lines are ready, of how many; advice keeps nobody. */
export const countReady = (rows: readonly GateRow[]): { ready: number; of: number } => ({
  ready: rows.filter(({ severity }) => severity === 'ready' || severity === 'advice').length,
  of: rows.length,
});

/** In one word: what stands in the way. */
export const verdictOf = (readiness: Readiness): 'ready' | 'waiting' | 'blocked' | 'empty' => {
  if (readiness.ready) return 'ready';
  const all = [...readiness.items, ...readiness.assets, ...readiness.windows].flatMap(({ problems }) => problems);
  if (all.some(({ severity }) => severity === 'blocking') || readiness.links.some(({ ok }) => !ok)) return 'blocked';
  return all.some(({ severity }) => severity === 'waiting') ? 'waiting' : 'empty';
};
