import { Segments } from '@marquee/ui/segments.tsx';
import { useState } from 'react';
import { idOf, useEditing, useValue } from '../editing.tsx';
import type { Path } from '../model/paths.ts';
import type { Schema } from '../model/schema.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';
import { Field, type FieldProps } from './field.tsx';
import { AssetChooser } from './picture.tsx';
import { PageChooser } from './reference.tsx';
import { FieldShell } from './shell.tsx';

type Destination = { ref?: string; url?: string | Readonly<Record<string, string>> };

const formOf = ({ ref, url }: Destination): 'ref' | 'url' | 'urls' | undefined => {
  if (ref !== undefined) return 'ref';
  if (typeof url === 'object') return 'urls';
  return url === undefined ? undefined : 'url';
};

/** Where something leads: to a page of this site, to an address, or to one a language. */
export const DestinationField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const { readOnly, written, languages } = useEditing();
  const [value = {}, set] = useValue<Destination>(path);
  const [wanted, setWanted] = useState<'ref' | 'url' | 'urls'>('ref');
  const form = formOf(value) ?? wanted;
  const one: Schema = { type: 'string', editor: 'url', ...schema.properties?.url?.anyOf?.[0] };
  const choose = (chosen: 'ref' | 'url' | 'urls'): void => {
    if (readOnly || chosen === form) return;
    setWanted(chosen);
    const { url } = value;
    const first = typeof url === 'object' ? Object.values(url)[0] : url;
    if (chosen === 'ref') set({});
    else if (chosen === 'url') set(first ? { url: first } : {});
    else set(first ? { url: Object.fromEntries(languages.map(({ locale }) => [locale, first])) } : { url: {} });
  };
  return (
    <FieldShell path={path} label={label}>
      <Segments
        label={label}
        name={idOf(path)}
        options={[
          { value: 'ref', label: words.toPage },
          { value: 'url', label: words.toAddress },
          { value: 'urls', label: words.toAddresses },
        ]}
        value={form}
        onChange={choose}
      />
      {form === 'ref' && <PageChooser path={[...path, 'ref']} label={words.toPage} />}
      {form === 'url' && <Field path={[...path, 'url']} schema={one} label={words.toAddress} />}
      {form === 'urls' && (
        <div className={written.length > 1 ? 'beside' : undefined}>
          {written.map(({ locale, label: language }) => (
            <Field
              key={locale}
              path={[...path, 'url', locale]}
              schema={one}
              label={`${words.toAddress}, ${language}`}
            />
          ))}
        </div>
      )}
    </FieldShell>
  );
};

type Captions = { asset?: string; url?: string; locale?: string; label?: string };

/** Captions: a file of the library or one that is kept elsewhere, in a language, under a name. */
export const CaptionsField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const { readOnly } = useEditing();
  const [value = {}, set] = useValue<Captions>(path);
  const [wanted, setWanted] = useState<'asset' | 'url'>('asset');
  const form = value.url !== undefined ? 'url' : value.asset !== undefined ? 'asset' : wanted;
  const member = (name: string): [Path, Schema] => [[...path, name], schema.properties?.[name] ?? { type: 'string' }];
  const [urlPath, urlSchema] = member('url');
  return (
    <FieldShell path={path} label={label}>
      <Segments
        label={label}
        name={idOf(path)}
        options={[
          { value: 'asset', label: words.ofLibrary },
          { value: 'url', label: words.elsewhere },
        ]}
        value={form}
        onChange={(chosen) => {
          if (readOnly || chosen === form) return;
          setWanted(chosen);
          const { asset: _, url: __, ...rest } = value;
          set(rest);
        }}
      />
      {form === 'asset' ? (
        <AssetChooser
          kind="captions"
          label={label}
          assetId={value.asset}
          onChange={(asset) => set({ ...value, asset: asset.assetId })}
        />
      ) : (
        <Field path={urlPath} schema={urlSchema} label={fields.label('url')} />
      )}
      {(['locale', 'label'] as const).map((name) => {
        const [at, each] = member(name);
        return <Field key={name} path={at} schema={each} label={fields.label(name)} />;
      })}
    </FieldShell>
  );
};
