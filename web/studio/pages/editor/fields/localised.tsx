import type { SiteLanguage } from '../../../api/use-site-languages.ts';
import { idOf, useEditing, useProblem, useValue } from '../editing.tsx';
import type { Path } from '../model/paths.ts';
import { kindOf, limitOf, type Schema } from '../model/schema.ts';
import { useEditorWords } from '../words.ts';
import { Count } from './count.tsx';
import type { FieldProps } from './field.tsx';
import { GrowingText } from './growing-text.tsx';
import { MarkdownText } from './markdown.tsx';
import { FieldShell, useInputProps } from './shell.tsx';

type TextProps = { path: Path; schema: Schema; label: string; language: SiteLanguage };

const OneText = ({ path, schema, label, language }: TextProps) => {
  const words = useEditorWords();
  const { written } = useEditing();
  const [value = '', set] = useValue<string>(path);
  const limit = limitOf(schema);
  const over = limit === undefined ? 0 : value.length - limit;
  const kind = kindOf(schema);
  const common = {
    ...useInputProps(path),
    ...(over > 0 ? { 'aria-invalid': true as const } : {}),
    className: 'input',
    lang: language.locale,
    dir: 'auto' as const,
    value,
    onChange: (text: string) => set(text === '' ? undefined : text),
  };
  const name = written.length > 1 ? language.label : label;
  return (
    <FieldShell
      path={path}
      label={
        <>
          {name} <span className="vh">({written.length > 1 ? label : language.label})</span>
        </>
      }
      htmlFor={idOf(path)}
      beside={limit !== undefined && limit <= 5_000 && <Count text={value} limit={limit} />}
      problem={over > 0 ? words.tooLong(over) : undefined}
    >
      {kind === 'markdown' ? (
        <MarkdownText {...common} label={`${label}, ${language.label}`} />
      ) : kind === 'paragraph' ? (
        <GrowingText {...common} rows={3} />
      ) : (
        <input
          {...common}
          autoComplete="off"
          onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
        />
      )}
    </FieldShell>
  );
};

/** A text in the languages that are written now, side by side where they are two. */
export const LocalisedField = ({ path, schema, label, required }: FieldProps) => {
  const { written } = useEditing();
  const words = useEditorWords();
  const whole = useProblem(path);
  const texts = written.map((language) => (
    <OneText key={language.locale} path={[...path, language.locale]} {...{ schema, label, language }} />
  ));
  if (written.length === 1 && !whole) return texts;
  return (
    <FieldShell path={path} label={label} hint={required && whole ? words.required : undefined}>
      <div className={written.length > 1 ? 'beside' : undefined}>{texts}</div>
    </FieldShell>
  );
};

/** Several lines a language, one below the other. */
export const LinesField = ({ path, label }: FieldProps) => {
  const { written } = useEditing();
  return (
    <div className={written.length > 1 ? 'beside' : undefined}>
      {written.map((language) => (
        <Lines key={language.locale} path={[...path, language.locale]} {...{ label, language }} />
      ))}
    </div>
  );
};

const Lines = ({ path, label, language }: Omit<TextProps, 'schema'>) => {
  const words = useEditorWords();
  const [value = [], set] = useValue<readonly string[]>(path);
  const name = path[0] === 'alsoAsked' ? words.alsoAskedWhy : words.onePerLine;
  return (
    <FieldShell path={path} label={`${label}, ${language.label}`} htmlFor={idOf(path)} hint={name}>
      <GrowingText
        {...useInputProps(path, true)}
        className="input"
        lang={language.locale}
        dir="auto"
        rows={3}
        value={value.join('\n')}
        onChange={(text) => set(text === '' ? undefined : text.split('\n'))}
      />
    </FieldShell>
  );
};

/** The last part of an address in each language that is written. */
export const SlugsField = ({ path, label }: FieldProps) => {
  const { written } = useEditing();
  return (
    <div className={written.length > 1 ? 'beside' : undefined}>
      {written.map((language) => (
        <Slug key={language.locale} path={[...path, language.locale]} {...{ label, language }} />
      ))}
    </div>
  );
};

/** What an address may be made of: letters without marks, digits and hyphens. */
const asSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');

const Slug = ({ path, label, language }: Omit<TextProps, 'schema'>) => {
  const words = useEditorWords();
  const { languages, type } = useEditing();
  const [value = '', set] = useValue<string>(path);
  const root = language.locale === languages[0]?.locale ? '' : `/${language.locale}`;
  return (
    <FieldShell path={path} label={`${label}, ${language.label}`} htmlFor={idOf(path)} hint={words.slugWhy}>
      <div className="slug">
        <span className="mono muted">
          {root}/{type.section}/
        </span>
        <input
          {...useInputProps(path, true)}
          className="input mono"
          spellCheck={false}
          autoComplete="off"
          maxLength={80}
          value={value}
          onChange={({ target }) => set(asSlug(target.value) || undefined)}
          onBlur={() => set(value.replace(/-+$/, '') || undefined)}
        />
      </div>
    </FieldShell>
  );
};
