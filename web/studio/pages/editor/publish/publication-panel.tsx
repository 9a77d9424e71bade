import { useTimes } from '@marquee/ui/app/use-times.ts';
import { Button } from '@marquee/ui/button.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { Time } from '@marquee/ui/time.tsx';
import type { Item, Schedule } from '../../../api/content.ts';
import { useMay } from '../../../app/session.tsx';
import { ReleasesOfPage } from '../../../releases/releases-of-page.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useMomentWords } from '../fields/time.tsx';
import { useEditorWords } from '../words.ts';
import type { Publishing } from './use-publishing.ts';

type Props = { item: Item; name: string; publishing: Publishing; path?: string };

/** What is public of it, what will be, and what became of the last attempt. */
export const PublicationPanel = ({ item, name, publishing, path }: Props) => {
  const words = useEditorWords();
  const { publish, unpublish } = item.schedules ?? {};
  return (
    <section aria-label={words.release}>
      <h2>{words.release}</h2>
      <Outcome item={item} publishing={publishing} path={path} />
      {item.publishedVersion !== undefined && item.publishedAt ? (
        <p className="sm">
          {words.publicSince('')}
          <Time at={new Date(item.publishedAt)} moment />, {words.version(item.publishedVersion).toLowerCase()}
        </p>
      ) : (
        <p className="sm muted">{words.notPublicYet}</p>
      )}
      {publish && <Planned kind="publish" {...{ schedule: publish, item, publishing }} />}
      {unpublish && <Planned kind="unpublish" {...{ schedule: unpublish, item, publishing }} />}
      {!publish && !unpublish && <p className="hint">{words.notScheduled}</p>}
      <ReleasesOfPage itemId={item.itemId} name={name} />
    </section>
  );
};

type PlannedProps = { kind: 'publish' | 'unpublish'; schedule: Schedule; item: Item; publishing: Publishing };

const Planned = ({ kind, schedule, item, publishing }: PlannedProps) => {
  const words = useEditorWords();
  const said = useMomentWords();
  const times = useTimes();
  const may = useMay('publish');
  const instant = Date.parse(schedule.instant);
  return (
    <div className="rel">
      <StatusPill status="scheduled" word={kind === 'publish' ? words.goesLive : words.goesOffline} plain />
      <b>{said(instant, schedule.zone)}</b>
      <span className="small">
        {words.inTime(times.age(instant - Date.now()))}; {words.ofVersion(schedule.version).toLowerCase()},{' '}
        {words.by(schedule.by)}
      </span>
      {kind === 'publish' && schedule.version < item.version && <span className="small">{words.newerThan}</span>}
      {may && (
        <span className="row">
          <Button small onPress={() => void publishing.unschedule(kind)}>
            {words.callOff}
          </Button>
          {kind === 'publish' && schedule.version < item.version && (
            <Button small onPress={() => void publishing.schedule(kind, { at: schedule.at, zone: schedule.zone })}>
              {words.scheduleNew}
            </Button>
          )}
        </span>
      )}
    </div>
  );
};

const Outcome = ({ item, publishing, path }: Omit<Props, 'name'>) => {
  const words = useEditorWords();
  const { dismiss } = useWords();
  const { outcome, problem } = publishing;
  const failed = item.publication?.state === 'failed' ? item.publication : undefined;
  if (problem) {
    return (
      <div className="fix" role="alert">
        <p>{words.refused(problem)}</p>
      </div>
    );
  }
  if (failed) {
    const problems = failed.problems ?? [];
    return (
      <div className="fix" role="alert">
        <p>
          <b>{failed.kind === 'unpublish' ? words.unpublishFailed : words.publishFailed}.</b>
        </p>
        <ul>
          {problems.map(({ field, itemId, message, remedy }) => (
            <li key={`${itemId} ${field} ${message}`} className="sm">
              {message} {remedy}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (outcome?.publication.state !== 'live') return <span role="status" className="vh" />;
  return (
    <div className="rel live" role="status">
      <StatusPill
        status={outcome.kind === 'publish' ? 'published' : 'aborted'}
        word={outcome.kind === 'publish' ? words.nowLive : words.nowGone}
        plain
      />
      <span className="row">
        {outcome.kind === 'publish' && path && (
          <a href={path} target="_blank" rel="noreferrer" className="small">
            {words.seeLive}
          </a>
        )}
        <Button small kind="quiet" icon="close" aria-label={dismiss} onPress={publishing.forget} />
      </span>
    </div>
  );
};
