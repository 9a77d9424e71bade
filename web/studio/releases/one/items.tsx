import { Button } from '@marquee/ui/button.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { type ContentState, contentOf, type Item, nameOf } from '../../api/content.ts';
import type { Readiness, Release, ReleaseDetails, ReleaseItem } from '../../api/releases.ts';
import { Combo } from '../../app/combo.tsx';
import { useApi, useMay } from '../../app/session.tsx';
import { useUndo } from '../../app/undo.tsx';
import { useReleaseWords } from '../words.ts';

const STATUSES: Readonly<Record<ContentState, Status>> = {
  draft: 'draft',
  changed: 'changed',
  scheduled: 'scheduled',
  published: 'published',
  unpublished: 'aborted',
  trashed: 'failed',
};

/** How many pages a search shows. */
const MOST = 30;

type Props = {
  release: Release;
  items: readonly ReleaseItem[];
  readiness: Readiness | undefined;
  mayChange: boolean;
  write: (change: Pick<ReleaseDetails, 'items'>) => void;
};

const useContent = () => {
  const api = useApi();
  return useMemo(() => contentOf(api), [api]);
};

const FindItem = ({ has, add }: { has: ReadonlySet<string>; add: (item: Item) => void }) => {
  const words = useReleaseWords();
  const content = useContent();
  const [text, setText] = useState('');
  const { data } = useQuery({
    queryKey: ['content-search', text],
    queryFn: () => content.list({ ...(text.trim() ? { q: text.trim() } : {}), limit: MOST }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter(({ itemId, state }) => !has.has(itemId) && state !== 'trashed');
  return (
    <div className="part-add">
      <Combo
        label={words.findItem}
        placeholder={words.findItem}
        options={found.map((item) => ({ id: item.itemId, label: nameOf(item), more: item.type }))}
        clears
        onWrite={setText}
        onPick={(id) => {
          const item = found.find(({ itemId }) => itemId === id);
          if (item) add(item);
        }}
      />
    </div>
  );
};

/** The pages that go public together, each at a version. */
export const Items = ({ release, items, readiness, mayChange, write }: Props) => {
  const words = useReleaseWords();
  const offer = useUndo();
  const [known, setKnown] = useState<ReadonlyMap<string, Item>>(new Map());
  const has = useMemo(() => new Set(items.map(({ itemId }) => itemId)), [items]);
  const judged = new Map(readiness?.items.map((item) => [item.itemId, item]));
  const add = (item: Item): void => {
    setKnown((before) => new Map(before).set(item.itemId, item));
    write({ items: [...items, { itemId: item.itemId }] });
  };
  const remove = (itemId: string, name: string): void => {
    write({ items: items.filter((other) => other.itemId !== itemId) });
    offer({ said: words.removed(name), undo: async () => write({ items }) });
  };
  const pin = (itemId: string, version: number | undefined): void =>
    write({
      items: items.map((item) => (item.itemId === itemId ? { itemId, ...(version ? { version } : {}) } : item)),
    });
  return (
    <section className="panel part" aria-label={words.items}>
      <div className="panel-head">
        <h2>{words.items}</h2>
        <span className="muted small num">{items.length}</span>
        <span className="grow" />
        <span className="small muted">{words.itemsWhy}</span>
      </div>
      {items.length === 0 && <p className="part-none muted">{words.noItems}</p>}
      <ul className="members">
        {items.map((item) => {
          const { itemId } = item;
          const found = known.get(itemId);
          const name = judged.get(itemId)?.name ?? (found ? nameOf(found) : itemId);
          const state = judged.get(itemId)?.state ?? found?.state;
          return (
            <li key={itemId}>
              <Link href={`/pages/${itemId}`} className="grow clip">
                <bdi>{name}</bdi>
              </Link>
              {state && <StatusPill status={STATUSES[state]} plain word={words.contentStates[state]} />}
              <Version
                {...{ item, name, mayChange }}
                armed={release.armedVersions?.[itemId]}
                pin={(version) => pin(itemId, version)}
              />
              {mayChange && (
                <Button
                  small
                  kind="quiet"
                  icon="close"
                  aria-label={words.remove(name)}
                  onPress={() => remove(itemId, name)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {mayChange && <FindItem has={has} add={add} />}
    </section>
  );
};

type VersionProps = {
  item: ReleaseItem;
  name: string;
  armed: number | undefined;
  mayChange: boolean;
  pin: (version: number | undefined) => void;
};

const Version = ({ item: { itemId, version }, name, armed, mayChange, pin }: VersionProps) => {
  const words = useReleaseWords();
  const content = useContent();
  const maySee = useMay('seePages');
  const [isOpened, setOpened] = useState(false);
  const { data } = useQuery({
    queryKey: ['revisions', itemId, 'to-pin'],
    queryFn: () => content.revisions(itemId),
    enabled: isOpened && maySee,
  });
  if (!mayChange) {
    const told = version ?? armed;
    return (
      <span className="small muted num" title={armed ? words.armedAt(armed) : words.newestWhy}>
        {told === undefined ? words.newest : words.version(told)}
      </span>
    );
  }
  const versions = [
    ...new Set([...(version ? [version] : []), ...(data?.revisions.map((each) => each.version) ?? [])]),
  ];
  return (
    <span className="pick">
      <select
        aria-label={words.versionOf(name)}
        value={version ?? ''}
        onFocus={() => setOpened(true)}
        onChange={({ target }) => pin(target.value === '' ? undefined : Number(target.value))}
      >
        <option value="">{words.newest}</option>
        {versions.map((each) => (
          <option key={each} value={each}>
            {words.version(each)}
          </option>
        ))}
      </select>
    </span>
  );
};
