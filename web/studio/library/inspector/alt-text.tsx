import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { Texts } from '../../api/assets.ts';
import { useSiteLanguages } from '../../api/use-site-languages.ts';
import { useInspectorWords } from './words.ts';

type Props = { assetId: string; alt: Texts; write: (alt: Texts) => void; isDisabled: boolean };

/** What is to be seen, in every language of the site. */
export const AltText = ({ assetId, alt, write, isDisabled }: Props) => {
  const words = useInspectorWords();
  const languages = useSiteLanguages();
  const count = languages.filter(({ locale }) => alt[locale]).length;
  return (
    <section>
      <h3>
        {words.alt} <span className="muted small">{words.altOf(count, languages.length)}</span>
      </h3>
      {languages.map(({ locale, label }) => {
        const id = `alt-${assetId}-${locale}`;
        const missing = !alt[locale];
        return (
          <div key={locale} className="field">
            <label className="label" htmlFor={id}>
              {label}
            </label>
            <textarea
              id={id}
              className="input"
              rows={2}
              maxLength={300}
              lang={locale}
              value={alt[locale] ?? ''}
              disabled={isDisabled}
              aria-describedby={missing ? `${id}-why` : undefined}
              onChange={({ target }) => write({ ...alt, [locale]: target.value })}
            />
            {missing && (
              <p id={`${id}-why`} className="hint">
                <Icon name="waiting" /> {words.altNeeded}
              </p>
            )}
          </div>
        );
      })}
    </section>
  );
};
