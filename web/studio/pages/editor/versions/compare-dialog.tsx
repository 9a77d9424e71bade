import { useTimes } from '@marquee/ui/app/use-times.ts';
import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../../words/use-words.ts';
import { useContent } from '../../use-pages.ts';
import { useEditing } from '../editing.tsx';
import { differencesOf } from '../model/difference.ts';
import { useEditorWords } from '../words.ts';
import { DifferenceView } from './difference-view.tsx';

/** What is written now, beside versions, which are counted from 1. */
const NOW = 0;

type Props = {
  itemId: string;
  /** From which version; undefined shuts it. */
  from: number | undefined;
  publishedVersion?: number;
  restore?: (version: number) => void;
  close: () => void;
};

/** Any two versions of an item, and what differs between them. */
export const CompareDialog = ({ from, close, ...props }: Props) => {
  const words = useEditorWords();
  return (
    <Dialog title={words.versionsTitle} isOpen={from !== undefined} onClose={close} wide>
      {from !== undefined && <Comparison first={from} close={close} {...props} />}
    </Dialog>
  );
};

type ComparisonProps = Omit<Props, 'from'> & { first: number };

const Comparison = ({ itemId, first, publishedVersion, restore, close }: ComparisonProps) => {
  const words = useEditorWords();
  const frame = useWords();
  const times = useTimes();
  const content = useContent();
  const { draft, type } = useEditing();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(NOW);
  const list = useInfiniteQuery({
    queryKey: ['revisions', itemId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => content.revisions(itemId, pageParam),
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const revisions = list.data?.pages.flatMap((page) => page.revisions) ?? [];
  const one = useRevision(itemId, from);
  const other = useRevision(itemId, to);
  const [before, after] = [from === NOW ? draft.get() : one.data?.data, to === NOW ? draft.get() : other.data?.data];
  const differences = useMemo(
    () => (before && after ? differencesOf(type.schema, before, after) : undefined),
    [before, after, type],
  );
  const error = one.error ?? other.error ?? list.error;
  const options = (
    <>
      <option value={NOW}>{words.now}</option>
      {revisions.map(({ version, by, at }) => (
        <option key={version} value={version}>
          {words.version(version)}
          {version === publishedVersion ? ` (${words.public})` : ''}, {times.time(new Date(at))}, {words.by(by)}
        </option>
      ))}
    </>
  );
  return (
    <>
      <div className="compare-of">
        <label className="field">
          <span className="label">{words.from}</span>
          <select className="input" value={from} onChange={({ target }) => setFrom(Number(target.value))}>
            {options}
          </select>
        </label>
        <label className="field">
          <span className="label">{words.to}</span>
          <select className="input" value={to} onChange={({ target }) => setTo(Number(target.value))}>
            {options}
          </select>
        </label>
      </div>
      {error && <Failure title={words.noHistory} error={error} />}
      {!differences && !error && <Skeleton rows={4} />}
      {differences && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <section className="diff-scroll" aria-label={words.differences(differences.length)} tabIndex={0}>
          <p className="muted sm">{words.differences(differences.length)}</p>
          <DifferenceView differences={differences} />
        </section>
      )}
      <div className="dialog-act">
        <Button onPress={close}>{frame.close}</Button>
        {restore && from !== NOW && (
          <Button
            kind="primary"
            icon="rerun"
            isDisabled={differences?.length === 0}
            onPress={() => {
              restore(from);
              close();
            }}
          >
            {words.restoreVersion(from)}
          </Button>
        )}
      </div>
    </>
  );
};

/** One version with its data; versions never change. */
const useRevision = (itemId: string, version: number) => {
  const content = useContent();
  return useQuery({
    queryKey: ['revision', itemId, version],
    enabled: version !== NOW,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => content.revision(itemId, version),
  });
};
