import { StatusPill } from '@marquee/ui/status.tsx';
import { useQuery } from '@tanstack/react-query';
import { useChat } from '../api/use-chat.ts';
import { useQuestionWords } from './words.ts';

/** Milliseconds between looks: what is published a moment ago is answered from. */
const PACE = 4_000;

type Props = { question: string; locale: string; seen?: number };

/** What a fan who asks this would be answered at this moment; it changes as pages are published. */
export const AnsweredNow = ({ question, locale, seen }: Props) => {
  const words = useQuestionWords();
  const chat = useChat();
  const { data } = useQuery({
    queryKey: ['try', question, locale, seen],
    queryFn: () => chat.try({ text: question, locale }),
    refetchInterval: PACE,
  });
  if (!data) return null;
  const { outcome, text, sources } = data.answer;
  const isAnswered = outcome === 'answer';
  return (
    <div className="now" role="status">
      <p className="row">
        <b>{words.nowTitle}</b>
        <StatusPill status={isAnswered ? 'succeeded' : 'waiting'} plain word={words.outcomes[outcome] ?? outcome} />
      </p>
      <blockquote lang={locale}>{text}</blockquote>
      {sources.length > 0 && (
        <p className="small muted">
          {words.from}{' '}
          {sources.map(({ path, title }) => (
            <a key={path} href={path} target="_blank" rel="noreferrer">
              {title}
            </a>
          ))}
        </p>
      )}
    </div>
  );
};
