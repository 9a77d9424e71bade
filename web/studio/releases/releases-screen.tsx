import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useReleasesApi } from '../api/use-releases.ts';
import { Needs } from '../app/needs.tsx';
import { useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { ReleaseTable } from './release-table.tsx';
import { Timeline } from './timeline.tsx';
import { usePutRelease, useReleases } from './use-releases.ts';
import { useReleaseWords } from './words.ts';

/** Every release: when it opens where, drawn and as a list. */
export const ReleasesScreen = () => (
  <Needs action="seeReleases" place="releases">
    <Releases />
  </Needs>
);

const NewRelease = () => {
  const words = useReleaseWords();
  const api = useReleasesApi();
  const put = usePutRelease();
  const [, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const create = async (): Promise<void> => {
    setBusy(true);
    try {
      const release = await api.create({ name: words.newName });
      put(release);
      navigate(`/releases/${release.releaseId}`);
    } catch (error) {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  useShortcut('n', words.create, () => void create());
  return (
    <>
      <Button kind="primary" icon="plus" onPress={() => void create()} isDisabled={isBusy}>
        {words.create}
      </Button>
      {problem && (
        <p className="fix" role="alert">
          <b>{words.createFailed}.</b> {problem}
        </p>
      )}
    </>
  );
};

const Releases = () => {
  const words = useReleaseWords();
  const mayPlan = useMay('planReleases');
  const { releases, error, isPending, hasNextPage, fetchNextPage } = useReleases();
  useTitle(words.title);
  return (
    <div className="page releases">
      <div className="h">
        <h1>{words.title}</h1>
        <span className="grow" />
        {mayPlan && <NewRelease />}
      </div>
      {isPending && <Skeleton rows={8} label={words.loading} />}
      {error && <Failure title={words.failed} error={error} />}
      {releases?.length === 0 && <Empty title={words.empty}>{words.emptyWhy}</Empty>}
      {releases && releases.length > 0 && (
        <>
          <Timeline releases={releases} />
          <ReleaseTable releases={releases} />
          {hasNextPage && <Button onPress={() => void fetchNextPage()}>{words.more}</Button>}
        </>
      )}
    </div>
  );
};
