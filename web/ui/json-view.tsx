import { useMemo, useState } from 'react';
import { CopyButton } from './copy-button.tsx';
import { formatBytes, formatCount } from './count.ts';
import { prettyJson, readJson } from './json-text.ts';
import { Segments } from './segments.tsx';

/** Longer strings are folded, and longer lists told in pages. */
const LONG = 300;
const PAGE = 100;
/** Levels that are open at first. */
const OPEN = 2;

type NodeProps = { name?: string; value: unknown; depth: number };

const Name = ({ name }: { name?: string }) =>
  name === undefined ? null : (
    <>
      <span className="json-k">{name}</span>
      <span className="json-p">: </span>
    </>
  );

const Text = ({ value }: { value: string }) => {
  const [whole, setWhole] = useState(false);
  if (value.length <= LONG || whole) return <span className="json-s">{JSON.stringify(value)}</span>;
  return (
    <>
      <span className="json-s">{JSON.stringify(value.slice(0, LONG)).slice(0, -1)}</span>
      <button type="button" className="json-more" onClick={() => setWhole(true)}>
        … {formatCount(value.length - LONG)} more letters
      </button>
    </>
  );
};

const Node = ({ name, value, depth }: NodeProps) => {
  const isList = Array.isArray(value);
  const entries = useMemo(
    () => (value !== null && typeof value === 'object' ? Object.entries(value as object) : undefined),
    [value],
  );
  const [open, setOpen] = useState(depth < OPEN && (entries?.length ?? 0) <= PAGE);
  const [shown, setShown] = useState(PAGE);
  if (!entries || entries.length === 0)
    return (
      <div className="json-line">
        <Name name={name} />
        {typeof value === 'string' ? (
          <Text value={value} />
        ) : (
          <span className={entries ? 'json-p' : 'json-n'}>{entries ? (isList ? '[]' : '{}') : String(value)}</span>
        )}
      </div>
    );
  const [opens, closes] = isList ? '[]' : '{}';
  return (
    <div>
      <button type="button" className="json-line json-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Name name={name} />
        <span className="json-p">{open ? opens : `${opens} … ${closes}`}</span>
        {!open && (
          <span className="json-c">
            {formatCount(entries.length)} {isList ? 'elements' : 'members'}
          </span>
        )}
      </button>
      {open && (
        <>
          <div className="json-in">
            {entries.slice(0, shown).map(([key, member]) => (
              <Node key={key} {...(isList ? {} : { name: key })} value={member} depth={depth + 1} />
            ))}
            {shown < entries.length && (
              <button type="button" className="json-more" onClick={() => setShown(shown + PAGE)}>
                {formatCount(entries.length - shown)} more
              </button>
            )}
          </div>
          <span className="json-p">{closes}</span>
        </>
      )}
    </div>
  );
};

/** JSON as a tree that opens level by level, or as the text it is. Nothing of it is ever taken for markup or an address. */
export const JsonView = ({ text, label }: { text: string; label: string }) => {
  const read = useMemo(() => readJson(text), [text]);
  const [as, setAs] = useState<'tree' | 'text'>('tree');
  return (
    <div className="json">
      <div className="json-bar">
        <span className="muted small num">{formatBytes(new TextEncoder().encode(text).length)}</span>
        {!read && <span className="muted small">not whole JSON, shown as it came</span>}
        <span className="grow" />
        {read && (
          <Segments
            label={`How ${label} is shown`}
            name={`json-${label}`}
            options={[
              { value: 'tree', label: 'Tree' },
              { value: 'text', label: 'Text' },
            ]}
            value={as}
            onChange={setAs}
          />
        )}
        <CopyButton text={prettyJson(text)} label={`Copy ${label}`} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="json-body" aria-label={label} tabIndex={0}>
        {read && as === 'tree' ? <Node value={read.value} depth={0} /> : <pre>{prettyJson(text)}</pre>}
      </section>
    </div>
  );
};
