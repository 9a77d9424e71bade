import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { useMemo } from 'react';
import { Combo } from '../../app/combo.tsx';
import { countriesIn, countryName, ELSEWHERE, GROUP_NAMES, GROUPS, withTerritories } from '../model/territories.ts';
import { useReleaseWords } from '../words.ts';

type Props = {
  chosen: readonly string[];
  /** Whether another window names territories: then `*` is everywhere but there. */
  hasOthers: boolean;
  onChange: (chosen: readonly string[]) => void;
};

/** Where a release opens: countries by search, or whole groups at once. */
export const TerritoriesField = ({ chosen, hasOthers, onChange }: Props) => {
  const words = useReleaseWords();
  const locale = useFormatLocale();
  const countries = useMemo(() => countriesIn(locale), [locale]);
  const elsewhere = hasOthers ? words.elsewhere : words.everywhere;
  const nameOf = (code: string): string => (code === ELSEWHERE ? elsewhere : countryName(code, locale));
  const options = countries
    .filter(({ code }) => !chosen.includes(code))
    .map(({ code, name }) => ({ id: code, label: name, more: code }));
  return (
    <div className="field places">
      <span className="label">{words.territories}</span>
      {chosen.length > 0 && (
        <ul className="row chosen">
          {chosen.map((code) => (
            <li key={code}>
              <button
                type="button"
                className="chip"
                aria-label={words.removeTerritory(nameOf(code))}
                onClick={() => onChange(chosen.filter((other) => other !== code))}
              >
                {nameOf(code)} <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combo
        label={words.findTerritory}
        placeholder={words.findTerritory}
        options={options}
        clears
        onPick={(code) => onChange(withTerritories(chosen, [code]))}
      />
      <fieldset className="row quick">
        <legend className="vh">{words.quick}</legend>
        <button
          type="button"
          className="chip"
          aria-pressed={chosen.includes(ELSEWHERE)}
          onClick={() => onChange(withTerritories(chosen, [ELSEWHERE]))}
        >
          {elsewhere}
        </button>
        {GROUP_NAMES.map((group) => (
          <button
            key={group}
            type="button"
            className="chip"
            aria-pressed={GROUPS[group].every((code) => chosen.includes(code))}
            onClick={() => onChange(withTerritories(chosen, GROUPS[group]))}
          >
            {words.groups[group]}
          </button>
        ))}
      </fieldset>
    </div>
  );
};
