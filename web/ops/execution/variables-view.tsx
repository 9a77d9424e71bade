import { JsonView } from '@marquee/ui/json-view.tsx';
import type { Visit } from '../history/model.ts';

/** Letters of a value that stand beside its name. */
const PREVIEW = 80;

/** The variables of a state as it found them, and what it changed. */
export const VariablesView = ({ visit }: { visit: Visit }) => {
  const names = [...new Set([...Object.keys(visit.variables), ...Object.keys(visit.assigned)])].sort();
  if (names.length === 0) return <p className="pad muted">No variables are in scope here.</p>;
  return (
    <ul className="vars pad">
      {names.map((name) => {
        const before = visit.variables[name];
        const after = visit.assigned[name];
        const mark =
          after === undefined
            ? undefined
            : before === undefined
              ? 'new'
              : before === after
                ? 'set to the same'
                : 'changed';
        return (
          <li key={name}>
            <details className="fold" open={mark === 'new' || mark === 'changed'}>
              <summary>
                <code>${name}</code>
                <span className="clip faint grow">{(after ?? before ?? '').slice(0, PREVIEW)}</span>
                {mark && (
                  <span className={`mark mark-${mark === 'changed' || mark === 'new' ? 'on' : 'off'}`}>{mark}</span>
                )}
              </summary>
              {mark === 'changed' && (
                <>
                  <h4>Before</h4>
                  <JsonView text={before ?? ''} label={`$${name} before`} />
                  <h4>After</h4>
                </>
              )}
              <JsonView text={after ?? before ?? ''} label={`$${name}`} />
            </details>
          </li>
        );
      })}
    </ul>
  );
};
