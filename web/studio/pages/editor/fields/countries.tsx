import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { useMemo } from 'react';
import { Combo, type Option } from '../../../app/combo.tsx';
import { useEditing, useValue } from '../editing.tsx';
import { useEditorWords } from '../words.ts';
import type { FieldProps } from './field.tsx';
import { FieldShell } from './shell.tsx';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Regions that `Intl` has names for and that are no countries of ISO 3166-1. */
const NO_COUNTRIES = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'XK',
  'ZZ',
  'QO',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'AC',
  'CQ',
]);

/** Every country, by its name in the language of the interface. */
export const useCountries = (): { countries: readonly Option[]; nameOf: (code: string) => string } => {
  const locale = useFormatLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    const codes = [...LETTERS].flatMap((one) => [...LETTERS].map((other) => one + other));
    const nameOf = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
    const countries = codes
      .filter((code) => !NO_COUNTRIES.has(code))
      .flatMap((code) => {
        const label = names.of(code);
        return label ? [{ id: code, label, more: code }] : [];
      })
      .sort((one, other) => one.label.localeCompare(other.label, locale));
    return { countries, nameOf };
  }, [locale]);
};

/** Countries, as tags; another one is found by its name. */
export const CountriesField = ({ path, label }: FieldProps) => {
  const words = useEditorWords();
  const { readOnly } = useEditing();
  const { countries, nameOf } = useCountries();
  const [value = [], set] = useValue<readonly string[]>(path);
  const left = useMemo(() => countries.filter(({ id }) => !value.includes(id)), [countries, value]);
  return (
    <FieldShell path={path} label={label}>
      <ul className="tags">
        {value.map((code) => (
          <li key={code}>
            <span className="tag" title={code}>
              {nameOf(code)}
              {!readOnly && (
                <button
                  type="button"
                  aria-label={words.remove(nameOf(code))}
                  onClick={() => set(value.filter((each) => each !== code))}
                >
                  <Icon name="close" />
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!readOnly && (
        <Combo
          label={words.addCountry}
          placeholder={words.addCountry}
          options={left}
          clears
          onPick={(code) => set([...value, code])}
        />
      )}
    </FieldShell>
  );
};
