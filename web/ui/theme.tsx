import { useState } from 'react';
import { Segments } from './segments.tsx';
import { useUiWords } from './words/language.tsx';

const THEMES = ['auto', 'light', 'dark'] as const;

type Theme = (typeof THEMES)[number];

const KEPT = 'marquee-theme';

const keptTheme = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  return THEMES.find((theme) => theme === kept) ?? 'auto';
};

/** Light, dark, or as the machine has it; kept in this browser. The tokens follow the checked button. */
export const ThemeSwitch = () => {
  const [theme, setTheme] = useState(keptTheme);
  const words = useUiWords();
  return (
    <Segments
      className="theme"
      label={words.theme}
      name="theme"
      options={THEMES.map((value) => ({ value, label: words.themes[value] }))}
      value={theme}
      onChange={(chosen) => {
        localStorage.setItem(KEPT, chosen);
        setTheme(chosen);
      }}
    />
  );
};
