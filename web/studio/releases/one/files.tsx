import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Readiness, ReleaseDetails } from '../../api/releases.ts';
import { useUndo } from '../../app/undo.tsx';
import { AssetState } from '../../library/asset-state.tsx';
import { found } from '../../library/find.ts';
import { Picture } from '../../library/picture.tsx';
import { useAssets } from '../../library/use-assets.ts';
import { useWords } from '../../words/use-words.ts';
import { useReleaseWords } from '../words.ts';

type Props = {
  assets: readonly string[];
  readiness: Readiness | undefined;
  mayChange: boolean;
  write: (change: Pick<ReleaseDetails, 'assets'>) => void;
};

/** Files that are held back until the release opens, beside those that its pages show. */
export const Files = ({ assets, readiness, mayChange, write }: Props) => {
  const words = useReleaseWords();
  const offer = useUndo();
  const library = useAssets();
  const [isOpen, setOpen] = useState(false);
  const known = useMemo(() => new Map(library.assets.map((asset) => [asset.assetId, asset])), [library.assets]);
  const nameOf = (assetId: string): string =>
    known.get(assetId)?.name ?? readiness?.assets.find((asset) => asset.assetId === assetId)?.fileName ?? assetId;
  const remove = (assetId: string): void => {
    write({ assets: assets.filter((other) => other !== assetId) });
    offer({ said: words.removed(nameOf(assetId)), undo: async () => write({ assets }) });
  };
  return (
    <section className="panel part" aria-label={words.assets}>
      <div className="panel-head">
        <h2>{words.assets}</h2>
        <span className="muted small num">{assets.length}</span>
        <span className="grow" />
        {mayChange && (
          <Button small icon="plus" onPress={() => setOpen(true)}>
            {words.addFiles}
          </Button>
        )}
      </div>
      <p className="part-none small muted">{assets.length === 0 ? words.noAssets : words.assetsWhy}</p>
      <ul className="members">
        {assets.map((assetId) => {
          const asset = known.get(assetId);
          return (
            <li key={assetId}>
              <span className="th">{asset && <Picture asset={asset} />}</span>
              <Link href={`/library?asset=${assetId}`} className="grow clip">
                <bdi>{nameOf(assetId)}</bdi>
              </Link>
              {asset && <AssetState asset={asset} plain />}
              {mayChange && (
                <Button
                  small
                  kind="quiet"
                  icon="close"
                  aria-label={words.remove(nameOf(assetId))}
                  onPress={() => remove(assetId)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {isOpen && (
        <FilePicker
          has={assets}
          close={() => setOpen(false)}
          add={(chosen) => {
            write({ assets: [...assets, ...chosen] });
            setOpen(false);
          }}
        />
      )}
    </section>
  );
};

type PickerProps = { has: readonly string[]; add: (chosen: readonly string[]) => void; close: () => void };

/** The most files that are shown: whoever wants another one writes more of its name. */
const MOST = 60;

const FilePicker = ({ has, add, close }: PickerProps) => {
  const words = useReleaseWords();
  const { cancel, nothingFound } = useWords();
  const library = useAssets();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const left = library.assets.filter(({ assetId }) => !has.includes(assetId));
  const shown = found(left, { text }).slice(0, MOST);
  const toggle = (assetId: string): void =>
    setChosen((before) =>
      before.includes(assetId) ? before.filter((other) => other !== assetId) : [...before, assetId],
    );
  return (
    <Dialog
      isOpen
      wide
      title={words.addFiles}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{cancel}</Button>
          <Button kind="primary" isDisabled={chosen.length === 0} onPress={() => add(chosen)}>
            {words.addChosen(chosen.length)}
          </Button>
        </>
      }
    >
      <input
        className="input"
        aria-label={words.findFile}
        placeholder={words.findFile}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {shown.length === 0 && <p className="muted">{nothingFound}</p>}
      <ul className="choose">
        {shown.map((asset) => (
          <li key={asset.assetId}>
            <label>
              <input type="checkbox" checked={chosen.includes(asset.assetId)} onChange={() => toggle(asset.assetId)} />
              <span className="pic">
                <Picture asset={asset} />
              </span>
              <span className="clip small">{asset.name}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
