import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Skeleton } from '@marquee/ui/notice.tsx';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Release } from '../api/releases.ts';
import { useReleasesApi } from '../api/use-releases.ts';
import { useMay } from '../app/session.tsx';
import { useWords } from '../words/use-words.ts';
import { detailsOf, nextWindow } from './model/standing.ts';
import { Moment } from './moment.tsx';
import { usePutRelease, useReleases } from './use-releases.ts';
import { useReleaseWords } from './words.ts';

/** Stands for a new release among those that there are. */
const NEW = 'new';

type Props = { itemId: string; name: string };

/** A button that adds a page to a draft of a release, or to a new one; for whoever plans releases. */
export const AddToRelease = ({ itemId, name }: Props) => {
  const words = useReleaseWords();
  const may = useMay('planReleases');
  const [isOpen, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button small icon="release" onPress={() => setOpen(true)}>
        {words.addToRelease}
      </Button>
      {isOpen && <AddDialog itemId={itemId} name={name} close={() => setOpen(false)} />}
    </>
  );
};

const AddDialog = ({ itemId, name, close }: Props & { close: () => void }) => {
  const words = useReleaseWords();
  const frame = useWords();
  const api = useReleasesApi();
  const put = usePutRelease();
  const { releases } = useReleases();
  const drafts = (releases ?? []).filter(({ state }) => state === 'draft');
  const [chosen, setChosen] = useState<string>();
  const [written, setTitle] = useState<string>();
  const title = written ?? name;
  const [added, setAdded] = useState<Release>();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const open = drafts.filter(({ items }) => !items.some((item) => item.itemId === itemId));
  const to = chosen ?? open[0]?.releaseId ?? NEW;
  const add = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const release = await (to === NEW ? api.create({ name: title.trim(), items: [{ itemId }] }) : addTo(to));
      put(release);
      setAdded(release);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  /** To the release as it is now: another page may have been added meanwhile. */
  const addTo = async (releaseId: string): Promise<Release> => {
    const release = await api.show(releaseId);
    const details = detailsOf(release);
    if (details.items.some((item) => item.itemId === itemId)) return release;
    return api.save(releaseId, { ...details, items: [...details.items, { itemId }] }, release.version);
  };
  const isReady = releases !== undefined && (to !== NEW || title.trim() !== '');
  return (
    <Dialog
      isOpen
      title={words.addTitle(name)}
      onClose={close}
      actions={
        added ? (
          <Button kind="primary" onPress={close}>
            {frame.close}
          </Button>
        ) : (
          <>
            <Button onPress={close}>{frame.cancel}</Button>
            <Button kind="primary" isDisabled={isBusy || !isReady} onPress={() => void add()}>
              {words.add}
            </Button>
          </>
        )
      }
    >
      {added ? (
        <p role="status">
          {words.addDone(added.name)}. <Link href={`/releases/${added.releaseId}`}>{words.open}</Link>
        </p>
      ) : (
        <fieldset className="add-to">
          <legend className="vh">{words.addWhich}</legend>
          {releases === undefined && <Skeleton rows={3} label={words.loading} />}
          {drafts.map((release) => (
            <Choice
              key={release.releaseId}
              release={release}
              isChosen={to === release.releaseId}
              isThere={!open.includes(release)}
              choose={() => setChosen(release.releaseId)}
            />
          ))}
          <label className="add-row">
            <input type="radio" name="add-to" checked={to === NEW} onChange={() => setChosen(NEW)} />
            <span className="grow">{words.addNew}</span>
          </label>
          {to === NEW && (
            <input
              className="input"
              aria-label={words.name}
              maxLength={200}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </fieldset>
      )}
      {problem && (
        <p className="error" role="alert">
          <Icon name="failed" /> {problem}
        </p>
      )}
    </Dialog>
  );
};

type ChoiceProps = { release: Release; isChosen: boolean; isThere: boolean; choose: () => void };

const Choice = ({ release, isChosen, isThere, choose }: ChoiceProps) => {
  const words = useReleaseWords();
  const next = nextWindow(release);
  return (
    <label className="add-row">
      <input type="radio" name="add-to" checked={isChosen} disabled={isThere} onChange={choose} />
      <span className="grow">
        <b>
          <bdi>{release.name}</bdi>
        </b>{' '}
        <span className="small muted">
          {isThere ? words.addAlready : next ? <Moment {...next} /> : words.pages(release.items.length)}
        </span>
      </span>
    </label>
  );
};
