import { type Api, openApi } from '../api.ts';
import { connect } from '../connection.ts';
import { clean, json, table } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Call, Verb } from '../verb.ts';

type Gap = {
  gapId: string;
  locale: string;
  question: string;
  count: number;
  state: string;
  lastAt: string;
  itemId?: string;
  asked?: { answered: number; of: number; siteVersion: number };
};
type Ask = { question: string; at: string; again?: { outcome: string; text: string; itemId?: string } };

const list = async (api: Api, { values, out }: Call): Promise<boolean> => {
  const query = new URLSearchParams({ limit: values.limit ?? '50', state: values.state ?? 'open' });
  const { gaps } = await api<{ gaps: Gap[] }>('GET', `/chat/gaps?${query}`);
  const rows = gaps.map((gap) => [gap.gapId, gap.locale, gap.count, gap.lastAt, gap.itemId ?? '', gap.question]);
  const empty = `No group of questions is ${values.state ?? 'open'}.`;
  out(values.json ? json(gaps) : table(['group', 'in', 'asked', 'last', 'faq', 'question'], rows, empty));
  return true;
};

const show = async (api: Api, { values, positionals, out }: Call): Promise<boolean> => {
  const gap = await api<Gap & { asks: Ask[] }>('GET', `/chat/gaps/${idOf(positionals)}`);
  if (values.json) return out(json(gap)) ?? true;
  const rows = gap.asks.map(({ at, question, again }) => [
    at,
    question,
    again ? `${again.outcome}${again.itemId ? ` ${again.itemId}` : ''}` : 'not asked again',
    clean(again?.text ?? '').slice(0, 80),
  ]);
  const { asked } = gap;
  const result = asked
    ? `Asked again at version ${asked.siteVersion} of the site: ${asked.answered} of ${asked.of} answered by ${gap.itemId}.`
    : `${gap.state}${gap.itemId ? `, as ${gap.itemId}` : ''}`;
  out([result, table(['asked', 'question', 'again', 'answer'], rows, 'What was asked is forgotten.')].join('\n'));
  return true;
};

const draft = async (api: Api, { values, positionals, out }: Call): Promise<boolean> => {
  const id = idOf(positionals);
  const { locale } = await api<Gap>('GET', `/chat/gaps/${id}`);
  const body = values.answer === undefined ? {} : { answer: { [values.locale ?? locale]: values.answer } };
  const made = await api<{ itemId: string }>('POST', `/chat/gaps/${id}/draft`, body);
  const next = `npm run marquee -- content put ${made.itemId} FILE, then content publish ${made.itemId}`;
  out(
    values.json
      ? json(made)
      : `${made.itemId} is a draft. ${values.answer ? `npm run marquee -- content publish ${made.itemId}` : next}`,
  );
  return true;
};

const dismiss = async (api: Api, { positionals, out }: Call): Promise<boolean> => {
  const { gapId } = await api<Gap>('DELETE', `/chat/gaps/${idOf(positionals)}`);
  out(`${gapId} is dismissed.`);
  return true;
};

const COMMANDS = { list, show, draft, dismiss };

const idOf = ([id, more]: readonly string[]): string => {
  if (id === undefined || more !== undefined) throw new UsageError(`Usage: npm run marquee -- ${gaps.usage}`);
  return encodeURIComponent(id);
};

export const gaps: Verb = {
  usage:
    'gaps [list|show ID|draft ID|dismiss ID] [--state open|drafted|answered|dismissed] [--answer "…"] [--locale en]',
  summary: 'what fans asked without an answer, grouped; draft makes an FAQ of a group',
  options: {
    state: { type: 'string' },
    limit: { type: 'string' },
    answer: { type: 'string' },
    locale: { type: 'string' },
  },
  async run(call) {
    const [name = 'list', ...positionals] = call.positionals;
    if (!(name in COMMANDS)) throw new UsageError(`There is no gaps ${name}. Usage: npm run marquee -- ${gaps.usage}`);
    const api = await openApi(await connect(call.values));
    return COMMANDS[name as keyof typeof COMMANDS](api, { ...call, positionals });
  },
};
