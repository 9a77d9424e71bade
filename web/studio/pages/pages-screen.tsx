import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Selection } from 'react-aria-components';
import { useLocation } from 'wouter';
import { useSiteLanguages } from '../api/use-site-languages.ts';
import { afterPaint } from '../app/after-paint.ts';
import { Needs } from '../app/needs.tsx';
import { rolesFor } from '../app/person.ts';
import { useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { useGrowing } from '../app/use-growing.ts';
import { useAssets } from '../library/use-assets.ts';
import { useWords } from '../words/use-words.ts';
import { useKept } from './editor/use-kept.ts';
import { type Filter, found, LISTED_STATES, SORTS, sorted } from './find.ts';
import { NewPage } from './new-page.tsx';
import { PageFilters } from './page-filters.tsx';
import { PageTable } from './page-table.tsx';
import { usePages } from './use-pages.ts';
import { useTrash } from './use-trash.ts';
import { usePagesWords } from './words.ts';

const filterOf = (params: URLSearchParams): Filter => ({
  type: params.get('type') ?? undefined,
  state: LISTED_STATES.find((state) => state === params.get('state')),
  text: params.get('q') ?? '',
});

/** Everything that fans can come to read: found, made, and opened. */
export const PagesScreen = () => (
  <Needs action="seePages" place="pages">
    <Pages />
  </Needs>
);

const Pages = () => {
  const words = usePagesWords();
  const frame = useWords();
  const [, navigate] = useLocation();
  const mayWrite = useMay('writePages');
  const { data: items, error, isPending } = usePages();
  const { assets } = useAssets();
  const languages = useSiteLanguages();
  const kept = useKept();
  const trash = useTrash();
  const [params, set] = useAddress();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  useTitle(words.title);
  useShortcut('/', words.findLabel, () => field.current?.focus());

  const filter = useDeferredValue(useMemo(() => filterOf(params), [params]));
  const sort = SORTS.find((known) => known === params.get('sort')) ?? 'changed';
  const shown = useMemo(() => sorted(found(items ?? [], filter), sort), [items, filter, sort]);
  const { drawn, more } = useGrowing(shown, JSON.stringify([filter, sort]));
  const byId = useMemo(() => new Map(assets.map((asset) => [asset.assetId, asset])), [assets]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what this browser keeps is looked at with each look at the pages
  const unsaved = useMemo(() => new Set(kept.items()), [kept, items]);
  const chosen = shown.filter(({ itemId }) => selected.has(itemId));
  const clear = (): void => setSelected(new Set());
  const toTrash = (): void => {
    void trash(chosen);
    clear();
  };
  const select = useCallback(
    (keys: Selection) =>
      setSelected(keys === 'all' ? new Set(shown.map(({ itemId }) => itemId)) : new Set([...keys].map(String))),
    [shown],
  );
  const open = useCallback((itemId: string) => afterPaint(() => navigate(`/pages/${itemId}`)), [navigate]);
  const inWords = [
    filter.type && words.typesOf[filter.type],
    filter.state && words.states[filter.state],
    filter.text && `“${filter.text}”`,
  ].filter(Boolean);
  return (
    <div className="page">
      <div className="h">
        <h1>{words.title}</h1>
        <search className="find">
          <Icon name="search" />
          <input
            ref={field}
            className="input"
            type="search"
            aria-label={words.findLabel}
            placeholder={words.find}
            value={params.get('q') ?? ''}
            onChange={({ target }) => set({ q: target.value })}
          />
        </search>
        {mayWrite && <NewPage hasNavigation={items?.some(({ type }) => type === 'navigation') ?? true} />}
      </div>
      {items && items.length > 0 && <PageFilters items={items} filter={filter} sort={sort} set={set} />}
      {mayWrite && chosen.length > 0 && <Bulk count={chosen.length} toTrash={toTrash} clear={clear} />}
      {error && <Failure title={words.failed} error={error} />}
      {isPending && <Skeleton rows={8} label={words.loading} />}
      {items?.length === 0 && <Empty title={words.empty}>{words.emptyWhy}</Empty>}
      {items && items.length > 0 && shown.length === 0 && (
        <Empty
          title={words.nothing}
          action={
            <Button onPress={() => set({ q: undefined, type: undefined, state: undefined })}>{words.clear}</Button>
          }
        >
          {words.nothingWhy(inWords.join(', '))}
        </Empty>
      )}
      {shown.length > 0 && (
        <PageTable
          {...{ items: drawn, languages, assets: byId, unsaved, selected }}
          onSelect={mayWrite ? select : undefined}
          onOpen={open}
        />
      )}
      {more && <span ref={more} />}
      {!mayWrite && (
        <p className="muted sm who-may">
          {words.onlyEditors(
            rolesFor('writePages')
              .map((role) => frame.roles[role])
              .join(` ${frame.or} `),
          )}
        </p>
      )}
    </div>
  );
};

const Bulk = ({ count, toTrash, clear }: { count: number; toTrash: () => void; clear: () => void }) => {
  const words = usePagesWords();
  useShortcut('Delete', words.toTrash, toTrash);
  useShortcut('Escape', words.unselect, clear);
  return (
    <section className="bulk" aria-label={words.selected(count)}>
      <b className="num">{words.selected(count)}</b>
      <Button small icon="trash" onPress={toTrash}>
        {words.toTrash}
      </Button>
      <span className="grow" />
      <Button small kind="quiet" icon="close" onPress={clear}>
        {words.unselect}
      </Button>
    </section>
  );
};
