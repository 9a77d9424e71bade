/** What the list is narrowed to: `status:failed workflow:process-asset asset:4c1e… words`. */
export type Query = {
  readonly tokens: readonly { readonly key: QueryKey; readonly value: string }[];
  /** What stands without a key: an id, or words of an input, an output or an error. */
  readonly words: string;
};

/** The keys of the query field. The first two are known of every execution; the others are looked up in its log. */
export const QUERY_KEYS = [
  'status',
  'workflow',
  'asset',
  'title',
  'page',
  'conversation',
  'publication',
  'release',
  'error',
  'correlation',
] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

export const STATUS_FILTERS = ['failed', 'running', 'retried', 'succeeded', 'aborted'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

const PART = /(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/g;

const isKey = (text: string | undefined): text is QueryKey => QUERY_KEYS.some((key) => key === text);

/** Reads the field's text. A key that there is not is a word like any other. */
export const parseQuery = (text: string): Query => {
  const tokens: { key: QueryKey; value: string }[] = [];
  const words: string[] = [];
  for (const [whole, key, quoted, bare] of text.matchAll(PART)) {
    const value = quoted ?? bare ?? '';
    if (isKey(key) && value !== '') tokens.push({ key, value });
    else if (whole !== '') words.push(key === undefined ? value : whole);
  }
  return { tokens, words: words.join(' ') };
};

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

/** The text that `parseQuery` reads as this. */
export const formatQuery = ({ tokens, words }: Query): string =>
  [...tokens.map(({ key, value }) => `${key}:${quoted(value)}`), ...(words === '' ? [] : [words])].join(' ');

export const tokenOf = (query: Query, key: QueryKey): string | undefined =>
  query.tokens.find((token) => token.key === key)?.value;

/** The query with one value of a key, or without it. */
export const withValue = (query: Query, key: QueryKey, value: string | undefined): Query => ({
  ...query,
  tokens: [...query.tokens.filter((token) => token.key !== key), ...(value === undefined ? [] : [{ key, value }])],
});

/** The texts that all have to stand in an execution's log; none where the list alone can tell. */
export const soughtTexts = ({ tokens, words }: Query): string[] => [
  ...tokens.filter(({ key }) => key !== 'status' && key !== 'workflow').map(({ value }) => value),
  ...(words === '' ? [] : [words]),
];
