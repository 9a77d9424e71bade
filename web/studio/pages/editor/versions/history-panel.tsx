import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { IconName } from '@marquee/ui/icons/icons.tsx';
import { Failure } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session.tsx';
import { useContent } from '../../use-pages.ts';
import { useEditorWords } from '../words.ts';
import { toldOf } from './entries.ts';

const ICONS: Readonly<Record<string, IconName>> = {
  ...{ created: 'plus', saved: 'changed', 'restored-revision': 'rerun', trashed: 'trash', restored: 'rerun' },
  ...{ published: 'published', unpublished: 'aborted', 'publication-failed': 'failed', scheduled: 'scheduled' },
  ...{ unscheduled: 'scheduled', previewed: 'eye', 'asked-to-publish': 'published', 'asked-to-unpublish': 'aborted' },
};

type Props = {
  itemId: string;
  version: number;
  compare: (version?: number) => void;
  restore?: (version: number) => void;
};

/** Who did what, the newest first, in words; each version with the way back to it. */
export const HistoryPanel = ({ itemId, version, compare, restore }: Props) => {
  const words = useEditorWords();
  const content = useContent();
  const { person } = useSession();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['history', itemId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => content.history(itemId, pageParam),
    getNextPageParam: ({ next }) => next,
    refetchInterval: 15_000,
  });
  const told = toldOf(data?.pages.flatMap(({ entries }) => entries) ?? []);
  return (
    <section aria-label={words.history}>
      <h2>
        {words.history}
        <button type="button" className="as-link small" onClick={() => compare()}>
          {words.versions}
        </button>
      </h2>
      {error && <Failure title={words.noHistory} error={error} />}
      <ol className="hist">
        {told.map(({ entry, times }) => {
          const who = entry.by === person.userName ? words.you : entry.by;
          const isPast =
            entry.version < version && ['saved', 'created', 'published', 'restored-revision'].includes(entry.action);
          const happened = ['published', 'unpublished', 'publication-failed'].includes(entry.action);
          return (
            <li key={entry.entryId}>
              <span className={entry.action === 'published' ? 'p' : 'c'}>
                <Icon name={ICONS[entry.action] ?? 'history'} />
              </span>
              <span>
                {words.actions[entry.action]?.(who, times) ?? `${who}: ${entry.action}`}
                <small>
                  <Time at={new Date(entry.at)} moment />, {words.version(entry.version).toLowerCase()}
                  {happened && `, ${words.by(who)}`}
                </small>
              </span>
              {isPast && (
                <span className="hist-tools">
                  <button
                    type="button"
                    className="as-link small"
                    aria-label={words.compareWith(entry.version)}
                    onClick={() => compare(entry.version)}
                  >
                    {words.compare}
                  </button>
                  {restore && (
                    <button
                      type="button"
                      className="as-link small"
                      aria-label={words.restoreVersion(entry.version)}
                      onClick={() => restore(entry.version)}
                    >
                      {words.restore}
                    </button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {hasNextPage && (
        <button type="button" className="as-link small" onClick={() => void fetchNextPage()}>
          {words.older}
        </button>
      )}
    </section>
  );
};
