import { Button } from '@marquee/ui/button.tsx';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { type Asset, assetsOf } from '../api/assets.ts';
import { contentOf, type Item, nameOf } from '../api/content.ts';
import { useApi, useMay } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { Picture } from '../library/picture.tsx';
import { useLookAgain } from '../library/use-assets.ts';
import { RemoveForGood } from './remove-for-good.tsx';
import { useTrashWords } from './words.ts';

const KEY = ['trash'];

/** What was moved out of the way, files and pages alike, with the way back. */
export const TrashScreen = () => {
  const words = useTrashWords();
  const api = useApi();
  const queries = useQueryClient();
  const lookAtLibrary = useLookAgain();
  const [assets, content] = useMemo(() => [assetsOf(api), contentOf(api)], [api]);
  const [removing, setRemoving] = useState<Asset>();
  const [mayFiles, mayPages, maySee] = [useMay('changeLibrary'), useMay('writePages'), useMay('seePages')];
  useTitle(words.title);
  const { data, error, isPending } = useQuery({
    queryKey: KEY,
    async queryFn() {
      const files: Asset[] = [];
      for await (const page of assets.pages({ trashed: 'true' })) files.push(...page.assets);
      const items = maySee ? (await content.list({ state: 'trashed', limit: 100 })).items : [];
      return { files, items };
    },
  });
  const again = (): void => {
    void queries.invalidateQueries({ queryKey: KEY });
    lookAtLibrary();
  };
  const isEmpty = data && data.files.length + data.items.length === 0;
  return (
    <div className="page">
      <div className="h">
        <h1>{words.title}</h1>
      </div>
      {error && <Failure title={words.failed} error={error} />}
      {isPending && <Skeleton rows={4} />}
      {isEmpty && <Empty title={words.empty}>{words.emptyWhy}</Empty>}
      {data && !isEmpty && <p className="muted lead">{words.why}</p>}
      {data && data.files.length > 0 && (
        <Rows title={words.files}>
          {data.files.map((asset) => (
            <FileRow
              key={asset.assetId}
              asset={asset}
              actions={
                mayFiles && (
                  <>
                    <Button small onPress={() => void assets.restore(asset.assetId).finally(again)}>
                      {words.restore}
                    </Button>
                    <Button small kind="quiet" onPress={() => setRemoving(asset)}>
                      {words.remove}
                    </Button>
                  </>
                )
              }
            />
          ))}
        </Rows>
      )}
      {data && data.items.length > 0 && (
        <Rows title={words.pages}>
          {data.items.map((item) => (
            <PageRow
              key={item.itemId}
              item={item}
              actions={
                mayPages && (
                  <Button small onPress={() => void content.restore(item.itemId).finally(again)}>
                    {words.restore}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      <RemoveForGood asset={removing} close={() => setRemoving(undefined)} done={again} />
    </div>
  );
};

const Rows = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel rows">
    <div className="panel-head">
      <h2>{title}</h2>
    </div>
    <ul>{children}</ul>
  </section>
);

const FileRow = ({ asset, actions }: { asset: Asset; actions: ReactNode }) => (
  <li>
    <span className="th">
      <Picture asset={asset} />
    </span>
    <span className="grow">
      <b>{asset.name}</b>
      <span className="small muted">
        {asset.trashedAt && <Time at={new Date(asset.trashedAt)} moment />}, {asset.trashedBy}
      </span>
    </span>
    <span className="row">{actions}</span>
  </li>
);

const PageRow = ({ item, actions }: { item: Item; actions: ReactNode }) => (
  <li>
    <span className="grow">
      <b>{nameOf(item)}</b>
      <span className="small muted">
        {item.trashedAt && <Time at={new Date(item.trashedAt)} moment />}, {item.updatedBy}
      </span>
    </span>
    <span className="row">{actions}</span>
  </li>
);
