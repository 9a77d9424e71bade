import { Button } from '@marquee/ui/button.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Ask, Gap } from '../api/chat.ts';
import { useChat } from '../api/use-chat.ts';
import { useMay } from '../app/session.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AnsweredNow } from './answered-now.tsx';
import { useQuestionWords } from './words.ts';

/** Milliseconds between looks: a page that is published has its questions asked again within seconds. */
const PACE = 2_000;

/** One group: how it was asked, what is answered now, and how to answer it. */
export const GapDetail = ({ gapId, close }: { gapId: string; close: () => void }) => {
  const words = useQuestionWords();
  const chat = useChat();
  const queries = useQueryClient();
  const mayDraft = useMay('draftFromQuestions');
  const { data, error } = useQuery({
    queryKey: ['gap', gapId],
    queryFn: () => chat.gap(gapId),
    refetchInterval: PACE,
  });
  if (!data) return error ? <Failure title={words.failed} error={error} /> : <Skeleton rows={6} />;
  const again = (): void => {
    void queries.invalidateQueries({ queryKey: ['gaps'] });
    void queries.invalidateQueries({ queryKey: ['gap', gapId] });
  };
  const dismiss = async (): Promise<void> => {
    await chat.dismiss(gapId);
    again();
    close();
  };
  return (
    <section className="panel detail" aria-label={data.question}>
      <h2 lang={data.locale}>{data.question}</h2>
      <p className="row small muted">
        {words.times(data.count)}, {words.last} <Time at={new Date(data.lastAt)} moment />
      </p>
      <Outcome gap={data} />
      <AnsweredNow question={data.question} locale={data.locale} seen={data.asked?.siteVersion} />
      {mayDraft && data.state === 'open' && <AnswerForm gap={data} done={again} />}
      <h3>{words.asks}</h3>
      <ul className="asks">
        {data.asks.map((ask) => (
          <AskRow key={`${ask.conversationId} ${ask.turn}`} ask={ask} locale={data.locale} />
        ))}
      </ul>
      {mayDraft && (data.state === 'open' || data.state === 'drafted') && (
        <div className="row">
          <Button kind="quiet" small icon="close" onPress={() => void dismiss()}>
            {words.dismiss}
          </Button>
        </div>
      )}
    </section>
  );
};

const Outcome = ({ gap: { itemId, asked } }: { gap: Gap }) => {
  const words = useQuestionWords();
  if (!itemId) return null;
  return (
    <p className="row">
      {asked && (
        <StatusPill
          status={asked.answered === asked.of ? 'succeeded' : 'changed'}
          word={words.again(asked.answered, asked.of)}
        />
      )}
      <Link href={`/pages/${itemId}`} className="btn btn-sm">
        {words.openDraft}
      </Link>
    </p>
  );
};

const AskRow = ({ ask, locale }: { ask: Ask; locale: string }) => {
  const words = useQuestionWords();
  return (
    <li>
      <q lang={locale}>{ask.question}</q>
      <span className="small muted">
        <Time at={new Date(ask.at)} moment />, {ask.reason === 'unknown' ? words.unknown : words.saidNo}
        {ask.again && <>; {ask.again.outcome === 'answer' ? words.againTo : words.againNot}</>}
      </span>
      {ask.again?.outcome === 'answer' && <p lang={locale}>{ask.again.text}</p>}
    </li>
  );
};
