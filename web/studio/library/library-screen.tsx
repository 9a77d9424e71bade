import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Needs } from '../app/needs.tsx';
import { useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { useGrowing } from '../app/use-growing.ts';
import { AssetGrid, type AssetListProps } from './asset-grid.tsx';
import { AssetTable } from './asset-table.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Filters } from './filters.tsx';
import { counted, type Filter, found, KINDS, SORTS, sorted } from './find.ts';
import { Folders } from './folders.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { addFiles } from './uploads/add-files.ts';
import { DropAnywhere } from './uploads/drop-anywhere.tsx';
import { Tray } from './uploads/tray.tsx';
import { UploadMenu } from './uploads/upload-menu.tsx';
import { useUploader } from './uploads/uploads-context.tsx';
import { useAssets } from './use-assets.ts';
import { useChange } from './use-change.ts';
import { useLibraryWords } from './words.ts';

const filterOf = (params: URLSearchParams): Filter => {
  const kind = params.get('kind');
  return {
    kind: kind === 'needs' ? 'needs' : KINDS.find((known) => known === kind),
    folder: params.get('folder') ?? undefined,
    tag: params.get('tag') ?? undefined,
    text: params.get('q') ?? '',
  };
};

const Find = ({ text, set }: { text: string; set: (values: { q?: string }) => void }) => {
  const words = useLibraryWords();
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', words.findLabel, () => field.current?.focus());
  return (
    <search className="find">
      <Icon name="search" />
      <input
        ref={field}
        className="input"
        type="search"
        aria-label={words.findLabel}
        placeholder={words.find}
        value={text}
        onChange={({ target }) => set({ q: target.value })}
      />
    </search>
  );
};

const filterInWords = ({ kind, folder, tag, text }: Filter, kinds: Readonly<Record<string, string>>): string =>
  [kind && kinds[kind], folder, tag, text && `“${text}”`].filter(Boolean).join(', ');

/** Everything of the launch that is a file: found, looked at, put in order, and added to. */
export const LibraryScreen = () => (
  <Needs action="seeLibrary" place="library">
    <Library />
  </Needs>
);

const Library = () => {
  const words = useLibraryWords();
  const uppy = useUploader();
  const mayChange = useMay('changeLibrary');
  const change = useChange();
  const { assets, isPending, isWhole, error } = useAssets();
  const [params, set] = useAddress();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useTitle(words.title);

  const filter = useDeferredValue(useMemo(() => filterOf(params), [params]));
  const sort = SORTS.find((known) => known === params.get('sort')) ?? 'newest';
  const view = params.get('view') === 'list' ? 'list' : 'grid';
  const open = params.get('asset') ?? undefined;
  const shown = useMemo(() => sorted(found(assets, filter), sort), [assets, filter, sort]);
  const { drawn, more } = useGrowing(shown, JSON.stringify([filter, sort, view]));
  const counts = useMemo(() => counted(found(assets, { ...filter, kind: undefined })), [assets, filter]);
  const chosen = useMemo(() => assets.filter(({ assetId }) => selected.has(assetId)), [assets, selected]);
  const { folder } = filter;
  const take = useCallback((files: Iterable<File>) => addFiles(uppy, files, folder), [uppy, folder]);

  const onSelect = useCallback<AssetListProps['onSelect']>(
    (keys) =>
      setSelected(keys === 'all' ? new Set(shown.map(({ assetId }) => assetId)) : new Set([...keys].map(String))),
    [shown],
  );
  const onOpen = useCallback((assetId: string) => set({ asset: assetId }), [set]);
  const list: AssetListProps = { assets: drawn, current: open, selected, onSelect, onOpen };

  return (
    <div className={open ? 'work open' : 'work'}>
      <div className="page">
        <div className="h">
          <h1>{words.title}</h1>
          <Find text={params.get('q') ?? ''} set={set} />
          {mayChange && <UploadMenu folder={folder} />}
        </div>
        {mayChange && <DropAnywhere onFiles={take} />}
        <Tray assets={assets} onOpen={list.onOpen} />
        <Filters filter={filter} counts={counts} sort={sort} view={view} set={set} />
        <Folders assets={assets} folder={folder} tag={filter.tag} set={set} />
        {mayChange && chosen.length > 0 && (
          <BulkBar
            selected={chosen}
            all={assets}
            change={(each, wanted, said) => void change(each, wanted, said)}
            clear={() => setSelected(new Set())}
          />
        )}
        {error && <Failure title={words.failed} error={error} />}
        {isPending && <Skeleton rows={8} label={words.loading} />}
        {isWhole && assets.length === 0 && <Empty title={words.empty}>{words.emptyWhy}</Empty>}
        {assets.length > 0 && shown.length === 0 && (
          <Empty
            title={words.nothing}
            action={
              <Button onPress={() => set({ q: undefined, kind: undefined, folder: undefined, tag: undefined })}>
                {words.clear}
              </Button>
            }
          >
            {words.nothingWhy(filterInWords(filter, words.kinds))}
          </Empty>
        )}
        {shown.length > 0 && (view === 'grid' ? <AssetGrid {...list} /> : <AssetTable {...list} />)}
        {more && <span ref={more} />}
      </div>
      {open && <Inspector key={open} assetId={open} close={() => set({ asset: undefined })} />}
    </div>
  );
};
