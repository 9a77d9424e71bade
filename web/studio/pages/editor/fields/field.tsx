import { type ComponentType, createElement } from 'react';
import type { Path } from '../model/paths.ts';
import { type Kind, kindOf, type Schema } from '../model/schema.ts';
import { useFieldWords } from '../words-of-fields.ts';
import { CountriesField } from './countries.tsx';
import { ListField } from './list.tsx';
import { LinesField, LocalisedField, SlugsField } from './localised.tsx';
import { PictureField } from './picture.tsx';
import { RawField } from './raw.tsx';
import { ReferenceField } from './reference.tsx';
import { ChoiceField, LanguageField, NumberField, TextField, YesNoField } from './simple.tsx';
import { DayField, OpeningField, TimeField } from './time.tsx';
import { CaptionsField, DestinationField } from './union.tsx';

export type FieldProps = {
  path: Path;
  schema: Schema;
  label: string;
  /** Needed before it is public. */
  required?: boolean;
};

/** The members of an object, one below the other. */
export const GroupFields = ({ path, schema }: Pick<FieldProps, 'path' | 'schema'>) => {
  const words = useFieldWords();
  return Object.entries(schema.properties ?? {}).map(([name, member]) => (
    <Field key={name} path={[...path, name]} schema={member} label={words.label(name)} />
  ));
};

/** Made when it is first asked for: lists and unions are made of fields themselves, so their files name each other. */
const editors = (): Readonly<Record<Kind, ComponentType<FieldProps>>> => ({
  line: LocalisedField,
  paragraph: LocalisedField,
  markdown: LocalisedField,
  lines: LinesField,
  text: TextField,
  choice: ChoiceField,
  language: LanguageField,
  address: TextField,
  number: NumberField,
  'yes-no': YesNoField,
  slugs: SlugsField,
  reference: ReferenceField,
  asset: PictureField,
  captions: CaptionsField,
  time: TimeField,
  opening: OpeningField,
  day: DayField,
  destination: DestinationField,
  countries: CountriesField,
  list: ListField,
  group: GroupFields,
  raw: RawField,
});
let known: ReturnType<typeof editors> | undefined;

/** A field of any type, by the editor that fits it. */
export const Field = (props: FieldProps) => {
  known ??= editors();
  return createElement(known[kindOf(props.schema)], props);
};
