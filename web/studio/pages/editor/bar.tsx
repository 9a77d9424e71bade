import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SiteLanguage } from '../../api/use-site-languages.ts';
import { useEditorWords } from './words.ts';

export type LanguageState = { language: SiteLanguage; faults: number; missing: number; hasPage: boolean };

type Props = {
  name: string;
  /** Its type and how it stands. */
  state: ReactNode;
  saved: ReactNode;
  languages: readonly LanguageState[];
  locale: string;
  onLocale: (locale: string) => void;
  isBeside: boolean;
  onBeside?: () => void;
  compare: () => void;
  undo?: { can: boolean; run: () => void; canRedo: boolean; redo: () => void };
  children: ReactNode;
};

/** What the page is, whether it is kept, how each language stands, and what can be done. */
export const Bar = ({
  name,
  state,
  saved,
  languages,
  locale,
  onLocale,
  isBeside,
  onBeside,
  compare,
  undo,
  children,
}: Props) => {
  const words = useEditorWords();
  return (
    <div className="docbar">
      <div className="grow doc-what">
        <span className="crumb">
          <Link href="/pages">{words.pages}</Link>
        </span>
        <div className="doc-name">
          <h1 className="clip">
            <bdi>{name}</bdi>
          </h1>
          {state}
          {saved}
        </div>
      </div>
      <fieldset className="langs">
        <legend className="vh">{words.languages}</legend>
        {languages.map((each) => (
          <LanguageChip
            key={each.language.locale}
            {...each}
            isOn={isBeside || each.language.locale === locale}
            onPress={() => onLocale(each.language.locale)}
          />
        ))}
        {onBeside && (
          <button type="button" className="chip" aria-pressed={isBeside} onClick={onBeside}>
            <Icon name="fit" />
            {words.sideBySide}
          </button>
        )}
      </fieldset>
      <div className="btns">
        {undo && (
          <>
            <Button kind="quiet" icon="undo" aria-label={words.undo} isDisabled={!undo.can} onPress={undo.run} />
            <Button kind="quiet" icon="redo" aria-label={words.redo} isDisabled={!undo.canRedo} onPress={undo.redo} />
          </>
        )}
        <Button kind="quiet" icon="history" onPress={compare}>
          {words.compare}
        </Button>
        {children}
      </div>
    </div>
  );
};

const LanguageChip = ({
  language,
  faults,
  missing,
  hasPage,
  isOn,
  onPress,
}: LanguageState & { isOn: boolean; onPress: () => void }) => {
  const words = useEditorWords();
  const [icon, says] =
    faults > 0
      ? (['failed', words.faults(faults)] as const)
      : !hasPage
        ? (['minus', words.noPage] as const)
        : missing > 0
          ? (['draft', words.missing(missing)] as const)
          : (['check', words.whole] as const);
  return (
    <button type="button" className={`chip lang ${icon}`} aria-pressed={isOn} title={says} onClick={onPress}>
      <Icon name={icon} />
      {language.label} <span className="vh">({says})</span>
      {(faults > 0 || (hasPage && missing > 0)) && <span className="count">{faults || missing}</span>}
    </button>
  );
};
