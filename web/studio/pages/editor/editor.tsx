import { useCallback, useMemo, useState } from 'react';
import type { ItemWithData } from '../../api/content.ts';
import { useSiteLanguages } from '../../api/use-site-languages.ts';
import { useMay } from '../../app/session.tsx';
import { useAssets } from '../../library/use-assets.ts';
import { useItemNames } from '../use-pages.ts';
import { type Editing, EditingProvider } from './editing.tsx';
import { focusOn as focusOnField } from './focus-on.ts';
import type { Path } from './model/paths.ts';
import type { TypeDescription } from './model/schema.ts';
import { createOpened } from './opened.ts';
import { useDraft } from './use-draft.ts';

import { Workspace } from './workspace.tsx';

type Props = { item: ItemWithData; type: TypeDescription };

/** One page, with the draft that is written of it. */
export const Editor = ({ item, type }: Props) => {
  const mayWrite = useMay('writePages');
  const written = useDraft(item, type, mayWrite);
  const languages = useSiteLanguages();
  const [locale, setLocale] = useState<string>();
  const [other, setOther] = useState<string>();
  const [current, setCurrent] = useState<Path>();
  const [opened] = useState(createOpened);
  const { assets: all } = useAssets();
  const { draft } = written;
  const first = languages.find((each) => each.locale === locale) ?? languages[0];
  const second = languages.find((each) => each.locale === other);
  const itemName = useItemNames(first?.locale);
  const assets = useMemo(() => new Map(all.map((asset) => [asset.assetId, asset])), [all]);
  const onFocus = useCallback(
    (path: Path) =>
      setCurrent((before) => (before !== undefined && before.join('.') === path.join('.') ? before : path)),
    [],
  );
  const focusOn = useCallback(
    (path: Path) => {
      const last = path.at(-1);
      if (languages.some((each) => each.locale === last) && last !== other) setLocale(String(last));
      setCurrent(path);
      // On small screens the form may be hidden behind the preview.
      document.querySelector<HTMLInputElement>('input[name="pane"][value="form"]')?.click();
      focusOnField(path, opened);
    },
    [languages, other, opened],
  );
  const editing: Editing = useMemo(
    () => ({
      ...{ type, draft, opened, languages, assets, onFocus, focusOn, readOnly: !mayWrite },
      written: [first, second].filter((each) => each !== undefined),
      names: { item: itemName, asset: (assetId) => assets.get(assetId)?.name ?? assetId },
    }),
    [type, draft, opened, languages, assets, onFocus, focusOn, mayWrite, first, second, itemName],
  );
  const inEditor = { item, type, written, locale: first?.locale ?? 'en', setLocale, other, setOther, current };
  return (
    <EditingProvider editing={editing} problems={NONE}>
      <Workspace {...inEditor} />
    </EditingProvider>
  );
};

const NONE: ReadonlyMap<string, string> = new Map();
