import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useState } from 'react';
import { Link } from 'wouter';
import { ApiError } from '../api/call.ts';
import type { Release, ReleaseDetails } from '../api/releases.ts';
import { Needs } from '../app/needs.tsx';
import { SavingNote } from '../app/saving-note.tsx';
import { useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { detailsOf, isArmed, isBegun, isBusy } from './model/standing.ts';
import { Actions } from './one/actions.tsx';
import { Differences } from './one/differences.tsx';
import { Files } from './one/files.tsx';
import { Gate } from './one/gate.tsx';
import { Items } from './one/items.tsx';
import { StandingCard } from './one/standing-card.tsx';
import { type UsedRelease, useRelease } from './one/use-release.ts';
import { Windows } from './one/windows.tsx';
import { ReleaseState } from './release-state.tsx';
import { useReadiness } from './use-releases.ts';
import { useReleaseWords } from './words.ts';

/** Milliseconds between looks at what it lacks, and once all of it is public. */
const [PACE, SLOWLY] = [4_000, 60_000];

/** One release: its moments, its pages and files, what it lacks, and what can be done with it. */
export const ReleaseScreen = ({ releaseId }: { releaseId: string }) => (
  <Needs action="seeReleases" place="releases">
    <OneRelease releaseId={releaseId} />
  </Needs>
);

const OneRelease = ({ releaseId }: { releaseId: string }) => {
  const words = useReleaseWords();
  const use = useRelease(releaseId);
  const { release, details, error } = use;
  useTitle(details?.name ?? words.title);
  if (release && details) return <Opened {...{ release, details, use }} />;
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) {
    return (
      <Empty title={words.gone} action={<Link href="/releases">{words.toList}</Link>}>
        {words.goneWhy}
      </Empty>
    );
  }
  return error ? <Failure title={words.failedOne} error={error} /> : <Skeleton rows={8} label={words.loading} />;
};

type OpenedProps = { release: Release; details: ReleaseDetails; use: UsedRelease };

const Opened = ({ release, details, use }: OpenedProps) => {
  const words = useReleaseWords();
  const mayPlan = useMay('planReleases');
  const mayRelease = useMay('release');
  const mayChange = mayPlan && !isBusy(release) && (mayRelease || !isArmed(release));
  const mayChangeMembers = mayChange && !isBegun(release);
  const isDone = release.state === 'released' || release.state === 'rolling-back';
  const { data: readiness, error } = useReadiness(release, isDone ? SLOWLY : PACE);
  const { write } = use;
  const isWrong = typeof use.saving === 'object';
  const note = (
    <SavingNote written={use} differing={(theirs) => <Differences mine={details} theirs={detailsOf(theirs)} />} />
  );
  return (
    <div className="page release">
      <header className="release-head">
        <p className="crumb">
          <Link href="/releases">{words.title}</Link>
        </p>
        <div className="release-title">
          <Name name={details.name} mayChange={mayChange} onChange={(name) => write({ name })} />
          <ReleaseState state={release.state} />
          {mayChange && !isWrong && note}
          <span className="grow" />
          <Actions {...{ release, use, readiness }} />
        </div>
      </header>
      {isWrong && note}
      <div className="release-body">
        <div className="release-parts">
          <Windows {...{ release, mayChange, write }} windows={details.windows} />
          <Items {...{ release, readiness, write }} items={details.items} mayChange={mayChangeMembers} />
          <Files {...{ readiness, write }} assets={details.assets} mayChange={mayChangeMembers} />
          {mayPlan && isBusy(release) && <p className="hint">{words.underWay}</p>}
          {mayChange && isBegun(release) && <p className="hint">{words.begun}</p>}
        </div>
        <aside className="release-rail" aria-label={words.progress}>
          <StandingCard release={release} readiness={readiness} />
          {mayPlan && !isDone && <Gate readiness={readiness} error={error} />}
          {!mayPlan && <p className="sm muted">{words.gateNot}</p>}
        </aside>
      </div>
    </div>
  );
};

const Name = ({
  name,
  mayChange,
  onChange,
}: {
  name: string;
  mayChange: boolean;
  onChange: (name: string) => void;
}) => {
  const words = useReleaseWords();
  const [text, setText] = useState<string>();
  if (!mayChange) return <h1>{name}</h1>;
  return (
    <h1>
      <input
        className="name-input"
        aria-label={words.name}
        maxLength={200}
        value={text ?? name}
        style={{ inlineSize: `${Math.max(10, (text ?? name).length) * 0.54 + 1.4}em` }}
        onChange={({ target }) => {
          setText(target.value);
          if (target.value.trim()) onChange(target.value.trim());
        }}
        onBlur={() => setText(undefined)}
      />
    </h1>
  );
};
