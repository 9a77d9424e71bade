import { Dialog } from '@marquee/ui/dialog.tsx';
import { Empty } from '@marquee/ui/notice.tsx';
import { useMemo, useState } from 'react';
import type { Asset } from '../../../api/assets.ts';
import { measureOf } from '../../../library/asset-grid.tsx';
import { AssetState } from '../../../library/asset-state.tsx';
import { foldersIn, found, type Kind as LibraryKind } from '../../../library/find.ts';
import { Picture } from '../../../library/picture.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useEditing } from '../editing.tsx';
import { useEditorWords } from '../words.ts';

const KINDS: Readonly<Record<'picture' | 'film' | 'captions', LibraryKind>> = {
  picture: 'image',
  film: 'video',
  captions: 'captions',
};

type Props = {
  isOpen: boolean;
  kind: 'picture' | 'film' | 'captions';
  label: string;
  chosen?: string;
  onChoose: (asset: Asset) => void;
  onClose: () => void;
};

/** The most that are drawn at once; a search finds the rest. */
const MOST = 120;

/** Files of the library to choose one from: only those that the field can show. */
export const Picker = ({ isOpen, kind, label, onClose, ...props }: Props) => {
  const words = useEditorWords();
  return (
    <Dialog title={`${words.pickPicture}: ${label}`} isOpen={isOpen} onClose={onClose} wide>
      {isOpen && <Choice kind={KINDS[kind]} {...props} />}
    </Dialog>
  );
};

type ChoiceProps = { kind: LibraryKind; chosen?: string; onChoose: (asset: Asset) => void };

const Choice = ({ kind, chosen, onChoose }: ChoiceProps) => {
  const words = useEditorWords();
  const { search, nothingFound } = useWords();
  const { assets } = useEditing();
  const [text, setText] = useState('');
  const [folder, setFolder] = useState('');
  const all = useMemo(() => found([...assets.values()], { kind, text: '' }), [assets, kind]);
  const folders = useMemo(() => foldersIn(all, ''), [all]);
  const shown = useMemo(
    () => found(all, { kind, text, ...(folder ? { folder } : {}) }).filter(({ state }) => state !== 'refused'),
    [all, kind, text, folder],
  );
  return (
    <>
      <div className="row picker-find">
        <input
          className="input"
          type="search"
          aria-label={search}
          placeholder={search}
          // biome-ignore lint/a11y/noAutofocus: whoever opens it looks for something
          autoFocus
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {folders.length > 0 && (
          <select
            className="input"
            aria-label={words.allFolders}
            value={folder}
            onChange={({ target }) => setFolder(target.value)}
          >
            <option value="">{words.allFolders}</option>
            {folders.map(({ path, name }) => (
              <option key={path} value={path}>
                {name}
              </option>
            ))}
          </select>
        )}
        <span className="muted small num">
          {words.pickKinds[kind]}: {shown.length}
        </span>
      </div>
      {shown.length === 0 && <Empty title={nothingFound} />}
      <ul className="picker">
        {shown.slice(0, MOST).map((asset) => (
          <li key={asset.assetId}>
            <button type="button" aria-current={asset.assetId === chosen} onClick={() => onChoose(asset)}>
              <span className="pic">
                <Picture asset={asset} />
              </span>
              <span className="clip">{asset.name}</span>
              <span className="small muted num">
                {measureOf(asset)} {asset.state !== 'ready' && <AssetState asset={asset} plain />}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
