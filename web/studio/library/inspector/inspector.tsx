import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { formatBytes } from '@marquee/ui/count.ts';
import { Empty, Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { useRef } from 'react';
import type { Asset, AssetInFull } from '../../api/assets.ts';
import { ApiError } from '../../api/call.ts';
import { SavingNote } from '../../app/saving-note.tsx';
import { useMay } from '../../app/session.tsx';
import { measureOf } from '../asset-grid.tsx';
import { AssetState } from '../asset-state.tsx';
import { kindOf } from '../find.ts';
import { useUploader } from '../uploads/uploads-context.tsx';
import { useAssets } from '../use-assets.ts';
import { useChange } from '../use-change.ts';
import { useLibraryWords } from '../words.ts';
import { AltText } from './alt-text.tsx';
import { Belongs } from './belongs.tsx';
import { FocalPoint } from './focal-point.tsx';
import { Renditions } from './renditions.tsx';
import { useDetails } from './use-details.ts';
import { Uses } from './uses.tsx';
import { useInspectorWords } from './words.ts';

/** An asset with its renditions counted, as lists have it. */
const asListed = (asset: AssetInFull): Asset => ({
  ...asset,
  renditions: {
    total: asset.renditions.length,
    ready: asset.renditions.filter(({ state }) => state === 'ready').length,
    failed: asset.renditions.filter(({ state }) => state === 'failed').length,
  },
});

/** The widest ready rendition of the whole picture that is no larger than a screen needs. */
const picturesOf = ({ renditions }: AssetInFull): string | undefined =>
  renditions
    .filter(({ name, url, width = 0 }) => url && /^frame-.*\.(webp|jpg|png)$/.test(name) && width <= 1280)
    .sort((one, other) => (other.width ?? 0) - (one.width ?? 0))[0]?.url;

/** One asset beside the library: what it shows, how it stands, and everything that editors say of it. */
export const Inspector = ({ assetId, close }: { assetId: string; close: () => void }) => {
  const words = useInspectorWords();
  const library = useLibraryWords();
  const use = useDetails(assetId);
  const { asset, details, error } = use;
  useShortcut('Escape', library.close, close);
  if (!asset || !details) {
    return (
      <aside className="insp" aria-label={words.details}>
        {error instanceof ApiError && error.status === 404 ? (
          <Empty title={words.gone} action={<Button onPress={close}>{library.close}</Button>}>
            {words.goneWhy}
          </Empty>
        ) : error ? (
          <Failure title={library.failed} error={error} />
        ) : (
          <Skeleton rows={10} />
        )}
      </aside>
    );
  }
  return <Opened {...{ asset, details, close }} use={use} />;
};

type OpenedProps = {
  asset: AssetInFull;
  details: NonNullable<ReturnType<typeof useDetails>['details']>;
  use: ReturnType<typeof useDetails>;
  close: () => void;
};

const Opened = ({ asset, details, use, close }: OpenedProps) => {
  const words = useInspectorWords();
  const library = useLibraryWords();
  const mayChange = useMay('changeLibrary');
  const picture = picturesOf(asset);
  const listed = asListed(asset);
  const kind = kindOf(asset);
  return (
    <aside className="insp" aria-label={words.details}>
      <header>
        <div className="grow">
          <h2>{details.name}</h2>
          <p className="row small muted">
            <AssetState asset={listed} />
            <span className="num">
              {[measureOf(listed), asset.bytes === undefined ? '' : formatBytes(asset.bytes)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </p>
        </div>
        <Button kind="quiet" small icon="close" aria-label={library.close} onPress={close} />
      </header>
      <SavingNote written={use} />
      {asset.crops && (
        <p className="kept small muted" role="status">
          {asset.crops.state === 'failed' ? asset.crops.reason?.message : words.remaking}
        </p>
      )}
      {asset.reason && (
        <div className="fix" role="alert">
          <p>
            {asset.reason.message} {asset.reason.remedy}
          </p>
        </div>
      )}
      {kind === 'image' && picture && (
        <FocalPoint
          src={picture}
          ratio={asset.width && asset.height ? asset.width / asset.height : 16 / 9}
          point={details.focalPoint}
          onMove={(focalPoint) => use.write({ focalPoint })}
          isDisabled={!mayChange}
        />
      )}
      <Renditions renditions={asset.renditions} retry={use.retry} />
      {kind !== 'captions' && (
        <AltText
          assetId={asset.assetId}
          alt={details.alt}
          write={(alt) => use.write({ alt })}
          isDisabled={!mayChange}
        />
      )}
      <Belongs details={details} write={use.write} isDisabled={!mayChange} />
      <Uses assetId={asset.assetId} />
      <FileOf asset={asset} mayChange={mayChange} close={close} />
    </aside>
  );
};

const FileOf = ({ asset, mayChange, close }: { asset: AssetInFull; mayChange: boolean; close: () => void }) => {
  const words = useInspectorWords();
  const library = useLibraryWords();
  const uppy = useUploader();
  const change = useChange();
  const { assets } = useAssets();
  const chooser = useRef<HTMLInputElement>(null);
  const { replacement } = asset;
  const replace = (data: File | undefined): void => {
    if (data) uppy.addFile({ name: data.name, type: data.type, data, meta: { replaces: asset.assetId } });
  };
  return (
    <section>
      <h3>{words.file}</h3>
      <dl className="kv">
        <dt>{words.file}</dt>
        <dd className="mono">{asset.fileName}</dd>
        <dt>{words.uploaded}</dt>
        <dd>
          <Time at={new Date(asset.createdAt)} moment /> {words.by(asset.createdBy)}
        </dd>
      </dl>
      {replacement && (
        <p className="fix">
          {replacement.state === 'refused'
            ? words.replacementRefused(replacement.fileName, replacement.reason?.message ?? '')
            : words.replacing(replacement.fileName)}
        </p>
      )}
      <div className="row">
        {asset.original && (
          <a className="btn btn-sm" href={asset.original.url}>
            {words.original}
          </a>
        )}
        {mayChange && (
          <>
            <input
              ref={chooser}
              type="file"
              className="vh"
              tabIndex={-1}
              aria-label={words.replace}
              onChange={({ target }) => replace(target.files?.[0])}
            />
            <Button small icon="upload" onPress={() => chooser.current?.click()}>
              {words.replace}
            </Button>
            <Button
              small
              icon="trash"
              onPress={() => {
                const listed = assets.find(({ assetId }) => assetId === asset.assetId);
                close();
                if (listed) void change([listed], { trash: true }, library.trashed(1));
              }}
            >
              {words.trash}
            </Button>
          </>
        )}
      </div>
      {mayChange && <p className="hint">{words.replaceWhy}</p>}
    </section>
  );
};
