import { useEditing } from '../editing.tsx';
import type { FieldDifference, Stretch } from '../model/difference.ts';
import { fieldOf } from '../model/paths.ts';
import { inWords } from '../model/summary.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';

const KEPT = 60;

/** Of a long stretch that is the same only its ends are shown. */
const shortened = (text: string): string =>
  text.length > 2 * KEPT + 20 ? `${text.slice(0, KEPT)} … ${text.slice(-KEPT)}` : text;

const Part = ({ text, is }: Stretch) => {
  if (is === 'gone') return <del>{text}</del>;
  if (is === 'new') return <ins>{text}</ins>;
  return <span>{shortened(text)}</span>;
};

/** How fields differ, each by its words: what is gone is struck out, what is new underlined. */
export const DifferenceView = ({ differences }: { differences: readonly FieldDifference[] }) => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const { languages, written, names } = useEditing();
  const isLocale = (part: string): boolean => languages.some(({ locale }) => locale === part);
  const say = (value: unknown): string => inWords(value, written[0]?.locale ?? 'en', names) || words.empty;
  if (differences.length === 0) return <p className="muted">{words.noDifference}</p>;
  return (
    <dl className="diff">
      {differences.map(({ path, before, after, words: stretches }) => {
        const last = path.at(-1);
        const language = languages.find(({ locale }) => locale === last)?.label;
        const is = before === undefined ? words.added : after === undefined ? words.gone2 : '';
        return (
          <div key={`${fieldOf(path)} ${is}`}>
            <dt>
              {fields.path(path, isLocale)}
              {language && <span className="muted">, {language}</span>}
              {is && <span className="small muted"> {is}</span>}
            </dt>
            <dd>
              {stretches ? (
                <p dir="auto" className="diff-text">
                  {stretches.map((stretch, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
                    <Part key={index} {...stretch} />
                  ))}
                </p>
              ) : (
                <p className="diff-text">
                  {before !== undefined && <del>{say(before)}</del>} {after !== undefined && <ins>{say(after)}</ins>}
                </p>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
