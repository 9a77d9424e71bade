import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { BusEvent } from './event.ts';
import type { EventFilter } from './event-filter.ts';

export type FilterFieldsProps = {
  filter: EventFilter;
  /** What there is to choose from, besides what is chosen. */
  events: readonly BusEvent[];
  onChange: (values: Readonly<Record<string, string | undefined>>) => void;
  /** Undefined where nothing is narrowed. */
  onClear: (() => void) | undefined;
  children?: ReactNode;
};

const Choice = ({
  label,
  any,
  value,
  values,
  onChange,
}: {
  label: string;
  any: string;
  value: string | undefined;
  values: readonly string[];
  onChange: (value: string | undefined) => void;
}) => (
  <select
    className="input choice"
    aria-label={label}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
  >
    <option value="">{any}</option>
    {values.map((each) => (
      <option key={each} value={each}>
        {each}
      </option>
    ))}
  </select>
);

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** Narrows the list by source, type, and any id or words; Enter looks for what is typed. */
export const FilterFields = ({ filter, events, onChange, onClear, children }: FilterFieldsProps) => {
  const { source, type, text = '' } = filter;
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(text), [text]);
  useShortcut('f', 'Filter the list', () => field.current?.focus());
  // What was once seen stays to choose from: a narrowed list has only what it is narrowed to.
  const seen = useRef({ sources: new Set<string>(), types: new Set<string>() });
  const [sources, types] = useMemo(() => {
    const { sources: known, types: kinds } = seen.current;
    for (const event of events) {
      known.add(event.source);
      kinds.add(event.detailType);
    }
    return [sorted([...known, ...(source ? [source] : [])]), sorted([...kinds, ...(type ? [type] : [])])];
  }, [events, source, type]);
  return (
    <div className="filters">
      <search className="query-place">
        <form
          className="query"
          onSubmit={(event) => {
            event.preventDefault();
            onChange({ q: typed.trim() });
          }}
        >
          <Icon name="search" />
          <input
            ref={field}
            aria-label="Find events by an id or words"
            placeholder="An id of anything, or words of an event; Enter searches"
            value={typed}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && field.current?.blur()}
          />
          <kbd className="kbd" title="Press f to filter">
            f
          </kbd>
        </form>
      </search>
      <Choice
        label="Source"
        any="Any source"
        value={source}
        values={sources}
        onChange={(value) => onChange({ source: value })}
      />
      <Choice
        label="Type of event"
        any="Any type"
        value={type}
        values={types}
        onChange={(value) => onChange({ type: value })}
      />
      {onClear && (
        <Button kind="quiet" small icon="close" onPress={onClear}>
          Clear the filter
        </Button>
      )}
      {children}
    </div>
  );
};
