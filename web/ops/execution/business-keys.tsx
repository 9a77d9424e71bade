import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { Link } from 'wouter';
import { searchHref, storyHref } from '../app/links.ts';
import { shortId, subjectOf } from '../executions/subject.ts';
import type { ExecutionTree } from '../history/model.ts';

/** Keys that have a place of their own among the facts; what else an input names is in the input. */
const NAMES: Readonly<Record<string, string>> = {
  asset: 'Asset',
  page: 'Page',
  conversation: 'Conversation',
  ticket: 'Ticket',
  publication: 'Publication',
  release: 'Release',
  correlation: 'Story',
};

/** Values of one key that are shown; the input has all. */
const MOST = 3;

const hrefOf = (key: string, value: string): string =>
  key === 'correlation' ? storyHref(value) : searchHref(`${key}:${value}`);

/** The ids by which an execution is asked for elsewhere: each leads to what else has it, and is copied whole. */
export const BusinessKeys = ({ tree }: { tree: ExecutionTree }) => {
  const { keys } = subjectOf(tree.input, '');
  return Object.entries(NAMES).map(([key, name]) => {
    const values = keys[key] ?? [];
    if (values.length === 0) return null;
    return (
      <div key={key}>
        <dt>{name}</dt>
        {values.slice(0, MOST).map((value) => (
          <dd key={value} className="key-of">
            <Link href={hrefOf(key, value)} className="clip">
              <code>{shortId(value)}</code>
            </Link>
            <CopyButton text={value} label={`Copy the ${name.toLowerCase()} ${value}`} />
          </dd>
        ))}
        {values.length > MOST && <dd className="muted">and {values.length - MOST} more</dd>}
      </div>
    );
  });
};
