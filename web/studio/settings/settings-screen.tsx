import { Segments } from '@marquee/ui/segments.tsx';
import { ThemeSwitch } from '@marquee/ui/theme.tsx';
import { LANGUAGES, useLanguage } from '@marquee/ui/words/language.tsx';
import { useSession } from '../app/session.tsx';
import { useTitle } from '../app/title.ts';
import { useChooseLanguage } from '../words/choose-language.tsx';
import { useWords } from '../words/use-words.ts';

/** What belongs to this browser and not to the launch: the language and the colours of the interface. */
export const SettingsScreen = () => {
  const words = useWords();
  const { person } = useSession();
  const language = useLanguage();
  const choose = useChooseLanguage();
  useTitle(words.places.settings);
  return (
    <div className="page page-narrow">
      <div className="h">
        <h1>{words.places.settings}</h1>
      </div>
      <section className="panel set">
        <h2>{words.language}</h2>
        <Segments label={words.language} name="language" options={LANGUAGES} value={language} onChange={choose} />
        <h2>{words.theme}</h2>
        <ThemeSwitch />
        <h2>{person.name}</h2>
        <p className="muted">{person.roles.map((role) => words.roles[role]).join(', ')}</p>
      </section>
    </div>
  );
};
