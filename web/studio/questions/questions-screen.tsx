import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Segments } from '@marquee/ui/segments.tsx';
import { GAP_STATES, type GapState } from '../api/chat.ts';
import { Needs } from '../app/needs.tsx';
import { useTitle } from '../app/title.ts';
import { AskedMost } from './asked-most.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { Gaps } from './gaps.tsx';
import { useQuestionWords } from './words.ts';

const VIEWS = [...GAP_STATES, 'feedback', 'most'] as const;
type View = (typeof VIEWS)[number];

const isGapState = (view: View): view is GapState => GAP_STATES.some((state) => state === view);

/** What fans asked in vain, what they said of answers, and what they ask most. */
export const QuestionsScreen = () => (
  <Needs action="answerFans" place="questions">
    <Questions />
  </Needs>
);

const Questions = () => {
  const words = useQuestionWords();
  const [params, set] = useAddress();
  const view = VIEWS.find((known) => known === params.get('view')) ?? 'open';
  useTitle(words.title);
  return (
    <div className="page">
      <div className="h">
        <h1>{words.title}</h1>
      </div>
      <div className="filters" data-scroll>
        <Segments
          label={words.tabs}
          name="questions"
          options={VIEWS.map((value) => ({ value, label: words[value] }))}
          value={view}
          onChange={(chosen) => set({ view: chosen === 'open' ? undefined : chosen, gap: undefined })}
        />
      </div>
      {isGapState(view) && (
        <Gaps key={view} state={view} current={params.get('gap') ?? undefined} open={(gap) => set({ gap })} />
      )}
      {view === 'feedback' && <FeedbackList />}
      {view === 'most' && <AskedMost />}
    </div>
  );
};
