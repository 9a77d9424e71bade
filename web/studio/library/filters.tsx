import { Segments } from '@marquee/ui/segments.tsx';
import { StatusIcon } from '@marquee/ui/status.tsx';
import { type Filter, type Kind, SORTS, type Sort } from './find.ts';
import { useLibraryWords } from './words.ts';

const CHIPS: readonly (Kind | 'needs' | 'all')[] = ['all', 'image', 'video', 'captions', 'needs'];

type Props = {
  filter: Filter;
  counts: Readonly<Record<Kind | 'needs' | 'all', number>>;
  sort: Sort;
  view: 'grid' | 'list';
  set: (values: Readonly<Record<string, string | undefined>>) => void;
};

/** What is shown of the library, and how. */
export const Filters = ({ filter, counts, sort, view, set }: Props) => {
  const words = useLibraryWords();
  return (
    <div className="filters" data-scroll>
      {CHIPS.map((kind) => {
        const pressed = (filter.kind ?? 'all') === kind;
        return (
          <button
            key={kind}
            type="button"
            className="chip"
            aria-pressed={pressed}
            onClick={() => set({ kind: kind === 'all' ? undefined : kind })}
          >
            {kind === 'needs' && counts.needs > 0 && <StatusIcon status="failed" />}
            {words.kinds[kind]} <span className="count">{counts[kind]}</span>
          </button>
        );
      })}
      <span className="grow" />
      <label className="pick">
        <span className="vh">{words.sort}</span>
        <select
          value={sort}
          onChange={({ target }) => set({ sort: target.value === 'newest' ? undefined : target.value })}
        >
          {SORTS.map((each) => (
            <option key={each} value={each}>
              {words.sorts[each]}
            </option>
          ))}
        </select>
      </label>
      <Segments
        label={words.view}
        name="view"
        options={[
          { value: 'grid', label: words.grid },
          { value: 'list', label: words.list },
        ]}
        value={view}
        onChange={(chosen) => set({ view: chosen === 'grid' ? undefined : chosen })}
      />
    </div>
  );
};
