import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { useEffect, useMemo, useRef } from 'react';
import { markedDefinition } from './definition-lines.ts';

/** The definition that the execution began with; the state is marked, and scrolled to. */
export const DefinitionView = ({ definition, state }: { definition: string; state?: string }) => {
  const parts = useMemo(() => markedDefinition(definition, state), [definition, state]);
  const box = useRef<HTMLPreElement>(null);
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is scrolled to
  useEffect(() => {
    // Within its own box: the page stays where it is.
    if (box.current && mark.current) box.current.scrollTop = mark.current.offsetTop - box.current.offsetTop - 24;
  }, [parts]);
  return (
    <div className="pad">
      <p className="row muted small">
        <span>as it was when the execution began</span>
        <span className="grow" />
        <CopyButton
          text={[parts.before, parts.state, parts.after].filter(Boolean).join('\n')}
          label="Copy the definition"
        />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre className="asl" ref={box} tabIndex={0}>
        {parts.before}
        {parts.state && <mark ref={mark}>{parts.state}</mark>}
        {parts.after}
      </pre>
    </div>
  );
};
