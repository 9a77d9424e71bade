import { Button } from '@marquee/ui/button.tsx';
import { Empty } from '@marquee/ui/notice.tsx';
import { Link } from 'wouter';
import { formatQuery, type Query } from './query.ts';

/** In the place of an empty list: what belongs there, or the filter that nothing passes. */
export const Nothing = ({ query, words, onClear }: { query: Query; words: string; onClear: () => void }) =>
  query.tokens.length === 0 && query.words === '' ? (
    <Empty
      title={`Nothing ran ${words}`}
      action={
        <Link className="btn" href="/executions?period=7d">
          Show the last 7 days
        </Link>
      }
    >
      An upload, a publication or a fan's question starts an execution, and it appears here.
    </Empty>
  ) : (
    <Empty
      title={`No execution ${words} matches ${formatQuery(query)}`}
      action={<Button onPress={onClear}>Clear the filter</Button>}
    >
      Ids and words are looked for in the inputs, outputs and errors that the workflows' logs keep.
    </Empty>
  );
