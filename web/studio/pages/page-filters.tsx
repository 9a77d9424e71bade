import { StatusIcon } from '@marquee/ui/status.tsx';
import type { Item } from '../api/content.ts';
import { countedBy, type Filter, found, LISTED_STATES, SORTS, type Sort } from './find.ts';
import { standing } from './page-state.tsx';
import { usePagesWords } from './words.ts';

type Props = {
  items: readonly Item[];
  filter: Filter;
  sort: Sort;
  set: (values: Readonly<Record<string, string | undefined>>) => void;
};

/** Which pages are shown, and in which order. Each chip counts what it would show. */
export const PageFilters = ({ items, filter, sort, set }: Props) => {
  const words = usePagesWords();
  const types = countedBy(found(items, { ...filter, type: undefined }), 'type');
  const states = countedBy(found(items, { ...filter, state: undefined }), 'state');
  const known = [...new Set(items.map(({ type }) => type))];
  const ofAll = [...types.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div className="filters" data-scroll>
      <button type="button" className="chip" aria-pressed={!filter.type} onClick={() => set({ type: undefined })}>
        {words.all} <span className="count">{ofAll}</span>
      </button>
      {Object.keys(words.typesOf)
        .filter((type) => known.includes(type))
        .map((type) => (
          <button
            key={type}
            type="button"
            className="chip"
            aria-pressed={filter.type === type}
            onClick={() => set({ type: filter.type === type ? undefined : type })}
          >
            {words.typesOf[type]} <span className="count">{types.get(type) ?? 0}</span>
          </button>
        ))}
      <span className="break" />
      {LISTED_STATES.filter((state) => (states.get(state) ?? 0) > 0 || filter.state === state).map((state) => (
        <button
          key={state}
          type="button"
          className="chip"
          aria-pressed={filter.state === state}
          onClick={() => set({ state: filter.state === state ? undefined : state })}
        >
          <StatusIcon status={standing({ state }, words).status} />
          {words.states[state]} <span className="count">{states.get(state) ?? 0}</span>
        </button>
      ))}
      <span className="grow" />
      <label className="pick">
        <span className="vh">{words.sort}</span>
        <select
          value={sort}
          onChange={({ target }) => set({ sort: target.value === 'changed' ? undefined : target.value })}
        >
          {SORTS.map((each) => (
            <option key={each} value={each}>
              {words.sorts[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};
