import { json } from '../print.ts';
import { UsageError } from '../usage.ts';
import { type Publication, publishTogether, settled, tellPublication } from './api.ts';
import { type Command, type ContentCall, versionOf } from './command.ts';

const someIds = ({ positionals, values }: ContentCall, usage: string): { itemId: string; version?: number }[] => {
  const version = versionOf('version', values.version);
  if (positionals.length === 0) throw new UsageError(`Usage: npm run marquee -- content ${usage}`);
  if (version !== undefined && positionals.length > 1) throw new UsageError('--version is for one item.');
  return positionals.map((itemId) => ({ itemId, ...(version ? { version } : {}) }));
};

export const publish: Command = {
  usage: 'publish ID… [--version N] [--unpublish]',
  summary: 'make items public together, or take them back, and wait until it is so',
  async run(call) {
    const { values, out, as } = call;
    const items = someIds(call, publish.usage);
    const publication = await publishTogether(await as('publisher'), values.unpublish ? 'unpublish' : 'publish', items);
    out(values.json ? json(publication) : tellPublication(publication));
    return publication.state === 'live';
  },
};

type Scheduled = { at: string; zone: string; instant: string; items: { itemId: string }[] };

export const schedule: Command = {
  usage: 'schedule ID… --at 2026-12-04T20:00 --zone Europe/London [--unpublish]',
  summary: 'do it then; --cancel instead of a time calls it off',
  async run(call) {
    const { values, out, as } = call;
    const items = someIds(call, schedule.usage);
    const kind = values.unpublish ? 'unpublish' : 'publish';
    const api = await as('publisher');
    if (values.cancel) {
      for (const { itemId } of items) await api('DELETE', `/content/${itemId}/schedules/${kind}`);
      out(values.json ? json({ cancelled: items }) : `Called off: ${items.map(({ itemId }) => itemId).join(', ')}.`);
      return true;
    }
    const { at, zone } = values;
    if (!at || !zone)
      throw new UsageError(
        '--at takes a local time such as 2026-12-04T20:00, and --zone its place, such as Europe/London.',
      );
    const scheduled = await api<Scheduled>('POST', '/content/schedules', { kind, at, zone, items });
    const what = kind === 'publish' ? 'Public' : 'Not public any more';
    const when = `${scheduled.at.replace('T', ', ')} in ${scheduled.zone} (${scheduled.instant})`;
    out(
      values.json
        ? json(scheduled)
        : `${what} from ${when}: ${scheduled.items.map(({ itemId }) => itemId).join(', ')}.`,
    );
    return true;
  },
};

export const rebuild: Command = {
  usage: 'rebuild',
  summary: 'make every page of the site anew, and wait until they are live',
  async run({ values, out, as }) {
    const api = await as('admin');
    const { publicationId } = await api<Publication>('POST', '/content/rebuild', {});
    const publication = await settled(api, publicationId);
    const told =
      publication.state === 'live'
        ? `Every page is new, in version ${publication.siteVersion} of the site.`
        : tellPublication(publication);
    out(values.json ? json(publication) : told);
    return publication.state === 'live';
  },
};
