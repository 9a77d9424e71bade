import { Button } from '@marquee/ui/button.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Feedback } from '../api/chat.ts';
import { useChat } from '../api/use-chat.ts';
import { useQuestionWords } from './words.ts';

/** What fans said of answers, the last first. */
export const FeedbackList = () => {
  const words = useQuestionWords();
  const chat = useChat();
  const [verdict, setVerdict] = useState<'no' | 'yes'>('no');
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['feedback', verdict],
    queryFn: ({ pageParam }) => chat.feedback(verdict, { next: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    refetchInterval: 10_000,
  });
  const feedback = data?.pages.flatMap((page) => page.feedback) ?? [];
  return (
    <>
      <Segments
        label={words.verdict}
        name="verdict"
        options={[
          { value: 'no', label: words.feedbackNo },
          { value: 'yes', label: words.feedbackYes },
        ]}
        value={verdict}
        onChange={setVerdict}
      />
      {isPending && <Skeleton rows={5} />}
      {error && <Failure title={words.failed} error={error} />}
      {data && feedback.length === 0 && <Empty title={words.noFeedback}>{words.noFeedbackWhy}</Empty>}
      {feedback.length > 0 && (
        <ul className="panel rows said">
          {feedback.map((each) => (
            <FeedbackRow key={`${each.conversationId} ${each.turn}`} feedback={each} />
          ))}
        </ul>
      )}
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
};

const FeedbackRow = ({ feedback: { question, answer, reason, note, at, itemId } }: { feedback: Feedback }) => {
  const words = useQuestionWords();
  return (
    <li>
      <div className="grow">
        <p>
          <b>{question}</b>
        </p>
        <p className="sm">{answer}</p>
        {note && <blockquote>{note}</blockquote>}
        <p className="small muted">
          <Time at={new Date(at)} moment />
          {reason && <>, {words.reasons[reason] ?? reason}</>}
        </p>
      </div>
      {itemId && (
        <Link href={`/pages/${itemId}`} className="btn btn-sm">
          {words.toPage}
        </Link>
      )}
    </li>
  );
};
