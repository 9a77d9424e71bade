import { useState } from 'react';
import { Segments } from './segments.tsx';

const THEMES = [
  { value: 'auto', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

type Theme = (typeof THEMES)[number]['value'];

const KEPT = 'marquee-theme';

const keptTheme = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  return THEMES.find(({ value }) => value === kept)?.value ?? 'auto';
};

/** Light, dark, or as the machine has it; kept in this browser. The tokens follow the checked button. */
export const ThemeSwitch = () => {
  const [theme, setTheme] = useState(keptTheme);
  return (
    <Segments
      className="theme"
      label="Colour theme"
      name="theme"
      options={THEMES}
      value={theme}
      onChange={(chosen) => {
        localStorage.setItem(KEPT, chosen);
        setTheme(chosen);
      }}
    />
  );
};
