import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useEffect, useRef, useState } from 'react';
import { formatQuery, parseQuery, QUERY_KEYS, type Query } from './query.ts';

/** The query as tokens that can be taken out, and a field for more; Enter adds what is typed. */
export const QueryField = ({ query, onChange }: { query: Query; onChange: (query: Query) => void }) => {
  const [typed, setTyped] = useState(query.words);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(query.words), [query.words]);
  useShortcut('f', 'Filter the list', () => field.current?.focus());
  const submit = (): void => {
    const more = parseQuery(typed);
    onChange({ tokens: [...query.tokens, ...more.tokens], words: more.words });
  };
  return (
    <search className="query-place">
      <form
        className="query"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Icon name="search" />
        {query.tokens.map((token) => {
          const text = formatQuery({ tokens: [token], words: '' });
          return (
            <span key={text} className="tok">
              {text}
              <button
                type="button"
                aria-label={`Remove the filter ${text}`}
                onClick={() => onChange({ ...query, tokens: query.tokens.filter((other) => other !== token) })}
              >
                <Icon name="close" />
              </button>
            </span>
          );
        })}
        <input
          ref={field}
          aria-label="Filter executions"
          aria-describedby="query-hint"
          placeholder={query.tokens.length > 0 ? '' : `${QUERY_KEYS.map((key) => `${key}:`).join('  ')}  or any words`}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '' && query.tokens.length > 0)
              onChange({ ...query, tokens: query.tokens.slice(0, -1) });
            if (event.key === 'Escape') field.current?.blur();
          }}
        />
        <span id="query-hint" className="vh">
          A key such as status: or asset: with its value, an id, or words of an input, an output or an error. Enter
          searches.
        </span>
        <kbd className="kbd" title="Press f to filter">
          f
        </kbd>
      </form>
    </search>
  );
};
