import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useState } from 'react';
import { instantOf } from '../../../app/zoned.ts';
import { useEditing } from '../editing.tsx';
import { useMomentWords } from '../fields/time.tsx';
import { type Block, CHECKS, passed } from '../model/gate.ts';
import { valueAt } from '../model/paths.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';

/** The most that is told at once. */
const MOST = 8;

/** What a problem says to whoever can solve it, and how. */
export const useBlockWords = () => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const said = useMomentWords();
  const { languages, names, draft } = useEditing();
  const isLocale = (part: string): boolean => languages.some(({ locale }) => locale === part);
  return ({ check, path, locale, message, remedy }: Block): { says: string; remedy?: string } => {
    const field = fields.path(
      path.filter((part) => part !== 'alt'),
      isLocale,
    );
    const language = languages.find((each) => each.locale === locale)?.label ?? locale ?? '';
    if (check === 'required') return { says: words.isEmpty(field) };
    if (check === 'alternatives') return { says: words.altMissing(field, language) };
    if (check === 'references') {
      const { ref = '' } = (valueAt(draft.get(), path) ?? {}) as { ref?: string };
      return { says: words.notPublic(field, names.item(ref)), remedy: words.notPublicWhy };
    }
    if (check === 'embargo') {
      const { at = '', zone = 'UTC' } = (draft.valueAt(path) ?? {}) as { at?: string; zone?: string };
      const instant = instantOf(at, zone);
      return { says: words.underEmbargo(instant === undefined ? at : said(instant, zone)) };
    }
    return { says: message, remedy };
  };
};

type Props = {
  blocks: readonly Block[] | undefined;
  /** The moment that is looked at, where it is not now. */
  when?: string;
};

/** Everything that keeps the page from being public, each with the way to its field; below it what is in order. */
export const GatePanel = ({ blocks, when }: Props) => {
  const words = useEditorWords();
  const { focusOn } = useEditing();
  const tell = useBlockWords();
  const [isWhole, setWhole] = useState(false);
  const done = passed(blocks ?? []);
  const shown = isWhole ? blocks : blocks?.slice(0, MOST);
  return (
    <section aria-label={words.ready}>
      <h2>
        {words.ready}
        <span className="muted small num">{blocks ? words.ofChecks(done.length, CHECKS.length) : words.checking}</span>
      </h2>
      {when && <p className="hint">{words.asOfAt(when)}</p>}
      <ul className="gate-list" aria-live="polite">
        {shown?.map((block) => {
          const { says, remedy } = tell(block);
          return (
            <li key={`${block.itemId} ${block.field} ${block.message}`} className="no">
              <Icon name="failed" label={words.blocks} />
              <span>
                {says}
                {remedy && <small>{remedy}</small>}
                {block.path.length > 0 && block.field !== 'id' && (
                  <button type="button" className="as-link small" onClick={() => focusOn(block.path)}>
                    {words.goToField}
                    <span className="vh">: {says}</span>
                  </button>
                )}
              </span>
            </li>
          );
        })}
        {blocks && shown && blocks.length > shown.length && (
          <li>
            <button type="button" className="as-link small" onClick={() => setWhole(true)}>
              {words.shown(blocks.length - shown.length)}
            </button>
          </li>
        )}
        {blocks &&
          done.map((check) => (
            <li key={check} className="ok">
              <Icon name="succeeded" label={words.done} />
              <span>{words.checks[check]}</span>
            </li>
          ))}
      </ul>
    </section>
  );
};
