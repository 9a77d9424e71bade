import { useAddress } from '@marquee/ui/app/use-address.ts';
import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { counted } from '@marquee/ui/count.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { searchHref } from '../app/links.ts';
import { usePace } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { useSystem } from '../system/use-system.ts';
import { readStory } from './read-story.ts';
import type { Story } from './story.ts';
import { StoryGraph } from './story-graph.tsx';
import { StoryList } from './story-list.tsx';
import { StoryOutline } from './story-outline.tsx';

/** One story by its correlation id, or all of a time. */
export const StoryScreen = ({ id }: { id?: string }) => (id === undefined ? <StoryList /> : <OneStory id={id} />);

const VIEWS = [
  { value: 'graph', label: 'Graph' },
  { value: 'list', label: 'List' },
] as const;

/** Whether anything of it is under way: then it is read again. */
const isUnderWay = (story: Story | undefined): boolean =>
  story?.nodes.some(({ standing }) => standing === 'running' || standing === 'waiting') ?? false;

/** A story may go on a moment after the last thing that is known of it; milliseconds. */
const RECENT = 60_000;

const OneStory = ({ id }: { id: string }) => {
  const [address, setAddress] = useAddress();
  const view = address.get('view') === 'list' ? 'list' : 'graph';
  const pace = usePace(1500, 6000);
  const { data: system } = useSystem();
  const { data: story, error } = useQuery({
    queryKey: ['story', id, system !== undefined],
    enabled: system !== undefined,
    queryFn: ({ signal }) => (system ? readStory(id, system, signal) : Promise.reject(new Error('no system'))),
    refetchInterval: ({ state: { data } }) =>
      isUnderWay(data) || Date.now() - (data?.nodes.at(-1)?.at ?? 0) < RECENT ? pace : false,
  });
  const [first] = story?.nodes ?? [];
  const title = first?.title ?? 'A story';
  useTitle(title);
  const executions = story?.nodes.filter(({ kind }) => kind === 'execution') ?? [];
  return (
    <>
      <nav className="crumb" aria-label="Where this is">
        <Link href="/stories">Stories</Link>
        <Icon name="right" />
        <span className="mono">{id}</span>
        <CopyButton text={id} label="Copy the correlation id" />
      </nav>
      <div className="h">
        <h1 className="grow">{title}</h1>
        <Segments
          label="View"
          name="story-view"
          options={VIEWS}
          value={view}
          onChange={(chosen) => setAddress({ view: chosen === 'graph' ? undefined : chosen })}
        />
      </div>
      {story && story.nodes.length > 0 && (
        <p className="muted story-sum">
          {counted(story.nodes.filter(({ kind }) => kind === 'event').length, 'event')},{' '}
          {counted(executions.length, 'execution')},{' '}
          {counted(story.nodes.filter(({ kind }) => kind === 'item').length, 'stored item')}.{' '}
          <Link href={searchHref(`correlation:${id}`)}>Its executions in the list</Link>
        </p>
      )}
      <section className="panel" aria-label="Story">
        {error ? (
          <Failure title="The story could not be read" error={error} />
        ) : story === undefined ? (
          <Skeleton rows={8} label="Reading the logs for this story" />
        ) : story.nodes.length === 0 ? (
          <Empty
            title="Nothing is known of this id"
            action={
              <Link className="btn" href="/stories">
                All stories
              </Link>
            }
          >
            No event and no execution of the last 14 days has it as its correlation id. An id of an asset, a page or a
            conversation is found in the list of executions.
          </Empty>
        ) : view === 'graph' ? (
          <StoryGraph story={story} />
        ) : (
          <StoryOutline story={story} />
        )}
      </section>
    </>
  );
};
