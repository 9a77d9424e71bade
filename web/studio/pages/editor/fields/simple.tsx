import { idOf, useEditing, useValue } from '../editing.tsx';
import { limitOf } from '../model/schema.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';
import { Count } from './count.tsx';
import type { FieldProps } from './field.tsx';
import { FieldShell, useInputProps } from './shell.tsx';

/** One text that is the same in every language, or an address. */
export const TextField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const [value = '', set] = useValue<string>(path);
  const isAddress = schema.editor === 'url';
  const limit = limitOf(schema);
  const plain = schema.editor === 'plain';
  return (
    <FieldShell
      path={path}
      label={label}
      htmlFor={idOf(path)}
      beside={limit !== undefined && limit <= 400 && <Count text={value} limit={limit} />}
      hint={plain ? words.sameEverywhere : undefined}
    >
      <input
        {...useInputProps(path, plain)}
        className="input"
        {...(isAddress ? { inputMode: 'url', placeholder: 'https://', spellCheck: false } : {})}
        autoComplete="off"
        value={String(value)}
        onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
      />
    </FieldShell>
  );
};

/** One of a few. */
export const ChoiceField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const { choice } = useFieldWords();
  const { readOnly, ...props } = useInputProps(path);
  const [value, set] = useValue<string>(path);
  return (
    <FieldShell path={path} label={label} htmlFor={idOf(path)}>
      <select
        {...props}
        className="input"
        disabled={readOnly}
        value={value ?? ''}
        onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
      >
        <option value="">{words.none}</option>
        {schema.enum?.map((each) => (
          <option key={each} value={each}>
            {choice(each)}
          </option>
        ))}
      </select>
    </FieldShell>
  );
};

/** A language tag; those of the site are offered. */
export const LanguageField = ({ path, label }: FieldProps) => {
  const { languages } = useEditing();
  const [value = '', set] = useValue<string>(path);
  const list = `${idOf(path)}-known`;
  return (
    <FieldShell path={path} label={label} htmlFor={idOf(path)}>
      <input
        {...useInputProps(path)}
        className="input"
        list={list}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
      />
      <datalist id={list}>
        {languages.map(({ locale, label: name }) => (
          <option key={locale} value={locale}>
            {name}
          </option>
        ))}
      </datalist>
    </FieldShell>
  );
};

export const NumberField = ({ path, schema, label }: FieldProps) => {
  const [value, set] = useValue<number>(path);
  // Zod writes the safe integers where a type has no bounds of its own.
  const bound = (limit: number | undefined) => (limit !== undefined && Math.abs(limit) < 1e12 ? limit : undefined);
  return (
    <FieldShell path={path} label={label} htmlFor={idOf(path)}>
      <input
        {...useInputProps(path)}
        className="input num"
        type="number"
        step={schema.type === 'integer' ? 1 : 'any'}
        min={bound(schema.minimum)}
        max={bound(schema.maximum)}
        value={value ?? ''}
        onChange={({ target }) => set(target.value === '' ? undefined : target.valueAsNumber)}
      />
    </FieldShell>
  );
};

export const YesNoField = ({ path, label }: FieldProps) => {
  const { readOnly, ...props } = useInputProps(path);
  const [value = false, set] = useValue<boolean>(path);
  return (
    <FieldShell path={path} label={label} htmlFor={idOf(path)}>
      <input
        {...props}
        type="checkbox"
        disabled={readOnly}
        checked={value}
        onChange={({ target }) => set(target.checked)}
      />
    </FieldShell>
  );
};
