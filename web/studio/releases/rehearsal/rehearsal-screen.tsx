import { Button } from '@marquee/ui/button.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Rehearsal, Release } from '../../api/releases.ts';
import { Combo } from '../../app/combo.tsx';
import { Needs } from '../../app/needs.tsx';
import { useTitle } from '../../app/title.ts';
import { countdown } from '../model/moments.ts';
import { actionsOf } from '../model/standing.ts';
import { countriesIn, countryName, ELSEWHERE } from '../model/territories.ts';
import { useReleaseQuery } from '../use-releases.ts';
import { useReleaseWords } from '../words.ts';
import { Stage } from './stage.tsx';
import { useRehearsal } from './use-rehearsal.ts';

/** A release before, at and after its moments: the site and the chatbot as they will be. */
export const RehearsalScreen = ({ releaseId }: { releaseId: string }) => (
  <Needs action="planReleases" place="releases">
    <Rehearse releaseId={releaseId} />
  </Needs>
);

/** Stands for each moment's own territory, among countries. */
const OWN = 'own';

const Rehearse = ({ releaseId }: { releaseId: string }) => {
  const words = useReleaseWords();
  const { data: release, error: unread } = useReleaseQuery(releaseId);
  const { rehearsal, begin, isWorking, error, params, set } = useRehearsal(releaseId);
  useTitle(release ? `${words.rehearsal}: ${release.name}` : words.rehearsal);
  if (unread && !release) return <Failure title={words.failedOne} error={unread} />;
  if (!release) return <Skeleton rows={8} label={words.loading} />;
  const can = actionsOf(release).rehearse;
  return (
    <div className="page rehearsal">
      <header className="release-head">
        <p className="crumb">
          <Link href="/releases">{words.title}</Link> /{' '}
          <Link href={`/releases/${releaseId}`}>
            <bdi>{release.name}</bdi>
          </Link>
        </p>
        <div className="release-title">
          <h1>{words.rehearsal}</h1>
          {rehearsal && <Made rehearsal={rehearsal} />}
          <span className="grow" />
          {can && <Begin release={release} rehearsal={rehearsal} {...{ begin, isWorking }} />}
        </div>
      </header>
      {error && <Failure title={words.rehearsalFailed} error={error} />}
      {isWorking && <Skeleton rows={10} label={words.rehearsing} />}
      {isWorking && <p className="sm muted">{words.rehearsing}</p>}
      {!isWorking && !error && !rehearsal && (
        <Empty title={words.rehearsal}>{can ? words.rehearsalWhy : words.rehearsalNeeds}</Empty>
      )}
      {rehearsal?.state === 'failed' && <Empty title={words.rehearsalFailed}>{words.rehearsalFailedWhy}</Empty>}
      {rehearsal?.state === 'done' && <Stage {...{ release, rehearsal, params, set }} />}
    </div>
  );
};

const Made = ({ rehearsal: { requestedAt } }: { rehearsal: Rehearsal }) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  return (
    <span className="small muted">{words.rehearsalOld(countdown(Date.parse(requestedAt), Date.now(), locale))}</span>
  );
};

type BeginProps = {
  release: Release;
  rehearsal: Rehearsal | undefined;
  begin: (territory: string | undefined) => Promise<void>;
  isWorking: boolean;
};

const Begin = ({ release, rehearsal, begin, isWorking }: BeginProps) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  const [chosen, setChosen] = useState<string>();
  const territory = chosen ?? rehearsal?.territory ?? OWN;
  const options = useMemo(() => {
    const named = release.windows.flatMap(({ territories }) => territories).filter((code) => code !== ELSEWHERE);
    const rest = countriesIn(locale).filter(({ code }) => !named.includes(code));
    return [
      { id: OWN, label: words.whereItOpens },
      ...named.map((code) => ({ id: code, label: countryName(code, locale), more: code })),
      ...rest.map(({ code, name }) => ({ id: code, label: name, more: code })),
    ];
  }, [release.windows, locale, words]);
  return (
    <div className="begin">
      <Combo label={words.rehearseIn} options={options} value={territory} onPick={setChosen} />
      <Button
        kind="primary"
        icon="play"
        isDisabled={isWorking}
        onPress={() => void begin(territory === OWN ? undefined : territory)}
      >
        {rehearsal ? words.rehearseAgain : words.rehearseNow}
      </Button>
    </div>
  );
};
