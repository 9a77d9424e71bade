import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Asset } from '../../api/assets.ts';
import type { SiteLanguage } from '../../api/use-site-languages.ts';
import type { Draft } from './model/draft.ts';
import { fieldOf, type Path } from './model/paths.ts';
import type { TypeDescription } from './model/schema.ts';
import type { NameOf } from './model/summary.ts';
import type { Opened } from './opened.ts';

/** What every field of the form has to know. */
export type Editing = {
  type: TypeDescription;
  draft: Draft;
  /** Elements of lists whose fields are shown. */
  opened: Opened;
  languages: readonly SiteLanguage[];
  /** The languages that are written now: one, or two side by side. */
  written: readonly SiteLanguage[];
  /** Whoever may only look. */
  readOnly: boolean;
  names: NameOf;
  assets: ReadonlyMap<string, Asset>;
  /** Says that a field has the focus, so that the preview can show where it is. */
  onFocus: (path: Path) => void;
  focusOn: (path: Path) => void;
};

const Current = createContext<Editing | undefined>(undefined);
const Problems = createContext<ReadonlyMap<string, string>>(new Map());

type Props = { editing: Editing; problems: ReadonlyMap<string, string>; children: ReactNode };

export const EditingProvider = ({ editing, problems, children }: Props) => (
  <Current value={editing}>
    <Problems value={problems}>{children}</Problems>
  </Current>
);

/** The item that is written. Throws outside of its editor. */
export const useEditing = (): Editing => {
  const editing = useContext(Current);
  if (!editing) throw new Error('useEditing is called outside of the editor.');
  return editing;
};

/** What keeps a field from being kept or public, in words; undefined where nothing does. */
export const useProblem = (path: Path): string | undefined => useContext(Problems).get(fieldOf(path));

/** A field's value, live, and how it is written. */
export const useValue = <Value,>(path: Path): [Value | undefined, (value: Value | undefined) => void] => {
  const { draft } = useEditing();
  const field = fieldOf(path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a path is the same where it is written the same
  const at = useMemo(() => path, [field]);
  const value = useSyncExternalStore(draft.subscribe, () => draft.valueAt(at)) as Value | undefined;
  const set = useCallback((next: Value | undefined) => draft.set(at, next), [draft, at]);
  return [value, set];
};

/** The id of a field's element in the page. */
export const idOf = (path: Path): string => `field-${fieldOf(path)}`;
