import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { Asset } from '../api/assets.ts';
import { foldersIn, tagsIn } from './find.ts';
import { useLibraryWords } from './words.ts';

/** Tags that are offered as chips; further ones are found by typing. */
const MOST_TAGS = 12;

type Props = {
  assets: readonly Asset[];
  folder: string | undefined;
  tag: string | undefined;
  set: (values: Readonly<Record<string, string | undefined>>) => void;
};

/** Where one is among the folders, those below, and the tags in use. */
export const Folders = ({ assets, folder, tag, set }: Props) => {
  const words = useLibraryWords();
  const below = foldersIn(assets, folder ?? '');
  const tags = tagsIn(assets).slice(0, MOST_TAGS);
  if (below.length === 0 && folder === undefined && tags.length === 0) return null;
  const parts = folder?.split('/') ?? [];
  return (
    <div className="folders">
      <nav aria-label={words.folders}>
        <ol className="crumb">
          <li>
            <button type="button" className="btn btn-quiet btn-sm" onClick={() => set({ folder: undefined })}>
              <Icon name="grid" /> {words.allFolders}
            </button>
          </li>
          {parts.map((part, index) => {
            const path = parts.slice(0, index + 1).join('/');
            return (
              <li key={path}>
                <button
                  type="button"
                  className="btn btn-quiet btn-sm"
                  aria-current={path === folder ? 'true' : undefined}
                  onClick={() => set({ folder: path })}
                >
                  {part}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <ul className="row" aria-label={words.folders}>
        {below.map(({ path, name, count }) => (
          <li key={path}>
            <button type="button" className="folder" onClick={() => set({ folder: path })}>
              <Icon name="inbox" /> {name} <span className="count">{count}</span>
            </button>
          </li>
        ))}
      </ul>
      {tags.length > 0 && (
        <ul className="row" aria-label={words.tags}>
          {tags.map((each) => (
            <li key={each}>
              <button
                type="button"
                className="chip"
                aria-pressed={each === tag}
                onClick={() => set({ tag: each === tag ? undefined : each })}
              >
                {each}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
