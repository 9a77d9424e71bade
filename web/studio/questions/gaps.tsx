import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import type { Gap, GapState } from '../api/chat.ts';
import { useGaps } from '../api/use-chat.ts';
import { GapDetail } from './gap-detail.tsx';
import { useQuestionWords } from './words.ts';

/** Milliseconds between looks. */
const PACE = 5_000;

type Props = { state: GapState; current: string | undefined; open: (gapId: string | undefined) => void };

/** Groups of questions of one state, and beside them the one that is chosen. */
export const Gaps = ({ state, current, open }: Props) => {
  const words = useQuestionWords();
  const { data, error, isPending } = useGaps(state, PACE);
  if (isPending) return <Skeleton rows={6} />;
  if (!data) return <Failure title={words.failed} error={error} />;
  if (data.gaps.length === 0 && !current) return <Empty title={words.none[state]}>{words.noneWhy[state]}</Empty>;
  const sorted = [...data.gaps].sort((one, other) => other.count - one.count || other.lastAt.localeCompare(one.lastAt));
  return (
    <div className="pair">
      <ul className="panel picks" aria-label={words[state]}>
        {sorted.map((gap) => (
          <GapRow key={gap.gapId} gap={gap} isCurrent={gap.gapId === current} open={open} />
        ))}
      </ul>
      {current ? (
        <GapDetail key={current} gapId={current} close={() => open(undefined)} />
      ) : (
        <p className="notice muted">{words.choose}</p>
      )}
    </div>
  );
};

const GapRow = ({ gap, isCurrent, open }: { gap: Gap; isCurrent: boolean; open: Props['open'] }) => {
  const words = useQuestionWords();
  return (
    <li>
      <button type="button" aria-current={isCurrent ? 'true' : undefined} onClick={() => open(gap.gapId)}>
        <b lang={gap.locale}>{gap.question}</b>
        <span className="small muted">
          {words.times(gap.count)}, {words.last} <Time at={new Date(gap.lastAt)} moment />
          {gap.asked && <>; {words.again(gap.asked.answered, gap.asked.of)}</>}
        </span>
      </button>
    </li>
  );
};
