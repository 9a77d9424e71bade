import { Button } from '@marquee/ui/button.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../api/call.ts';
import type { TicketInFull } from '../api/chat.ts';
import { useChat } from '../api/use-chat.ts';
import { useChatWords } from './words.ts';

/** Milliseconds between looks at what the fan says. */
const PACE = 2_000;

type Line = { key: string; who: 'fan' | 'chatbot' | 'staff'; by?: string; text: string; at: string };

/** Everything that was said, in the order of time. */
const linesOf = ({ transcript, replies }: TicketInFull): Line[] => {
  const said = transcript.flatMap(({ turn, question, askedAt, answer }): Line[] => [
    { key: `q${turn}`, who: 'fan', text: question, at: askedAt },
    ...(answer ? [{ key: `a${turn}`, who: 'chatbot' as const, text: answer, at: askedAt }] : []),
  ]);
  const replied = replies.map(({ replyId, text, by, at }): Line => ({ key: replyId, who: 'staff', by, text, at }));
  return [...said, ...replied].sort((one, other) => one.at.localeCompare(other.at));
};

/** One conversation, live, and the reply. */
export const Conversation = ({ ticketId }: { ticketId: string }) => {
  const words = useChatWords();
  const chat = useChat();
  const key = ['ticket', ticketId];
  const { data, error } = useQuery({ queryKey: key, queryFn: () => chat.ticket(ticketId), refetchInterval: PACE });
  const log = useRef<HTMLDivElement>(null);
  const said = data ? data.transcript.length + data.replies.length : 0;
  useEffect(() => {
    // What was said last is what one replies to.
    if (said > 0) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [said]);
  if (!data) return error ? <Failure title={words.failed} error={error} /> : <Skeleton rows={6} />;
  return (
    <section className="panel detail" aria-label={words.transcript}>
      <div ref={log} className="talk" role="log" aria-live="polite" lang={data.locale}>
        <ol>
          {linesOf(data).map(({ key: id, who, by, text, at }) => (
            <li key={id} className={who}>
              <span className="small muted" lang="">
                {who === 'staff' ? words.you(by ?? '') : words[who]}, <Time at={new Date(at)} />
              </span>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </div>
      <Reply ticket={data} />
    </section>
  );
};

const Reply = ({ ticket }: { ticket: TicketInFull }) => {
  const words = useChatWords();
  const chat = useChat();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  // The same reply until it is said: a second press, or a retry, says nothing twice.
  const replyId = useRef(crypto.randomUUID());
  const send = async (): Promise<void> => {
    const said = text.trim();
    if (said === '' || isBusy) return;
    setBusy(true);
    try {
      await chat.reply(ticket.ticketId, replyId.current, said);
      replyId.current = crypto.randomUUID();
      setText('');
      setProblem('');
      void queries.invalidateQueries({ queryKey: ['ticket', ticket.ticketId] });
      void queries.invalidateQueries({ queryKey: ['tickets'] });
    } catch (error) {
      const isGone = error instanceof ApiError && error.status === 410;
      setProblem(isGone ? words.gone : error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="label" htmlFor="reply">
        {words.reply}
      </label>
      <textarea
        id="reply"
        className="input"
        rows={3}
        maxLength={4_000}
        lang={ticket.locale}
        value={text}
        aria-describedby="reply-why"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      />
      <p id="reply-why" className={problem ? 'error' : 'hint'}>
        {problem || words.replyWhy}
      </p>
      <div className="row">
        <Button kind="primary" type="submit" icon="send" isDisabled={isBusy || text.trim() === ''}>
          {isBusy ? words.sending : words.send}
        </Button>
        <span className="kbd">Ctrl Enter</span>
      </div>
    </form>
  );
};
