import { randomUUID } from 'node:crypto';
import { type Api, openApi } from '../api.ts';
import { connect } from '../connection.ts';
import { clean, json, table } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Call, Verb } from '../verb.ts';

type Reply = { text: string; by: string; at: string };
type Ticket = { ticketId: string; locale: string; state: string; reason: string; openedAt: string; replies: Reply[] };
type Line = { question: string; outcome?: string; answer?: string };

const list = async (api: Api, { values, out }: Call): Promise<boolean> => {
  const query = new URLSearchParams({ limit: values.limit ?? '50', state: values.state ?? 'waiting' });
  const { tickets: found } = await api<{ tickets: Ticket[] }>('GET', `/chat/tickets?${query}`);
  const rows = found.map((ticket) => [ticket.ticketId, ticket.locale, ticket.openedAt, ticket.reason]);
  const empty = `No ticket is ${values.state ?? 'waiting'}.`;
  out(values.json ? json(found) : table(['ticket', 'in', 'since', 'reason'], rows, empty));
  return true;
};

const show = async (api: Api, { values, positionals, out }: Call): Promise<boolean> => {
  const [id] = positionals;
  const ticket = await api<Ticket & { transcript: Line[] }>('GET', `/chat/tickets/${idOf(id)}`);
  if (values.json) return out(json(ticket)) ?? true;
  const said = ticket.transcript.flatMap(({ question, outcome, answer }) => [
    `fan      ${clean(question)}`,
    ...(answer ? [`chatbot  ${clean(answer)}  (${outcome})`] : []),
  ]);
  const replies = ticket.replies.map(({ by, text }) => `${by}  ${clean(text)}`);
  out([`${ticket.state}, since ${ticket.openedAt}, ${ticket.reason}`, ...said, ...replies].join('\n'));
  return true;
};

const reply = async (api: Api, { positionals, out }: Call): Promise<boolean> => {
  const [id, ...words] = positionals;
  const text = words.join(' ').trim();
  if (text === '') throw new UsageError('Usage: npm run marquee -- tickets reply ID "TEXT"');
  await api('POST', `/chat/tickets/${idOf(id)}/replies`, { replyId: randomUUID(), text });
  out('The fan has the reply.');
  return true;
};

const COMMANDS = { list, show, reply };

const idOf = (id: string | undefined): string => {
  if (id === undefined) throw new UsageError(`Usage: npm run marquee -- ${tickets.usage}`);
  return encodeURIComponent(id);
};

export const tickets: Verb = {
  usage: 'tickets [list|show ID|reply ID "TEXT"] [--state waiting|answered|timed-out]',
  summary: 'fans who wait for a person: list them, read what was said, reply into the conversation',
  options: { state: { type: 'string' }, limit: { type: 'string' } },
  async run(call) {
    const [name = 'list', ...positionals] = call.positionals;
    if (!(name in COMMANDS))
      throw new UsageError(`There is no tickets ${name}. Usage: npm run marquee -- ${tickets.usage}`);
    const api = await openApi(await connect(call.values), 'operator');
    return COMMANDS[name as keyof typeof COMMANDS](api, { ...call, positionals });
  },
};
