import { Button } from '@marquee/ui/button.tsx';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Asset } from '../../../api/assets.ts';
import { measureOf } from '../../../library/asset-grid.tsx';
import { AssetState } from '../../../library/asset-state.tsx';
import { Picture } from '../../../library/picture.tsx';
import { idOf, useEditing, useValue } from '../editing.tsx';
import type { Schema } from '../model/schema.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';
import { Field, type FieldProps } from './field.tsx';
import { Picker } from './picker.tsx';
import { FieldShell } from './shell.tsx';

type Kind = NonNullable<Schema['kind']>;

type ChooserProps = {
  kind: Kind;
  label: string;
  assetId?: string;
  onChange: (asset: Asset) => void;
};

/** A file of the library: how it looks, how it stands, and the way to choose another. */
export const AssetChooser = ({ kind, label, assetId, onChange }: ChooserProps) => {
  const words = useEditorWords();
  const { assets, readOnly } = useEditing();
  const [isOpen, setOpen] = useState(false);
  const asset = assetId === undefined ? undefined : assets.get(assetId);
  const { x = 50, y = 50 } = asset?.focalPoint ?? {};
  return (
    <div className={assetId ? 'pick-one' : 'pick-one none'}>
      {assetId && <span className="pic">{asset && <Picture asset={asset} />}</span>}
      {assetId && (
        <span className="pick-what">
          <b className="clip">{asset?.name ?? assetId}</b>
          {asset ? (
            <span className="small muted">
              {[
                measureOf(asset),
                kind === 'picture' && (x === 50 && y === 50 ? words.focalCentre : words.focalAt(x, y)),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          ) : (
            <span className="small muted">{words.notInLibrary}</span>
          )}
          {asset && asset.state !== 'ready' && <AssetState asset={asset} plain />}
          {asset && (
            <Link href={`/library?asset=${asset.assetId}`} className="small">
              {words.crops}
              <span className="vh">: {asset.name}</span>
            </Link>
          )}
        </span>
      )}
      {!readOnly && (
        <Button small icon={assetId ? undefined : 'image'} onPress={() => setOpen(true)}>
          {assetId ? words.change : words.pickPicture}
          <span className="vh">: {label}</span>
        </Button>
      )}
      <Picker
        {...{ isOpen, kind, label, chosen: assetId }}
        onClose={() => setOpen(false)}
        onChoose={(picked) => {
          setOpen(false);
          onChange(picked);
        }}
      />
    </div>
  );
};

type AssetValue = { asset: string; alt: Readonly<Record<string, string>>; fallback?: string };

/** A picture or a film with what it shows in words, and what stands in for it while it is not ready. */
export const PictureField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const { readOnly, assets } = useEditing();
  const [value, set] = useValue<AssetValue>(path);
  const kind = schema.kind ?? 'picture';
  const alt = schema.properties?.alt;
  const asset = value && assets.get(value.asset);
  // What the library says is offered; what was written for this page stays.
  const choose = (picked: Asset): void =>
    set({ ...value, asset: picked.assetId, alt: { ...picked.alt, ...written(value, asset) } });
  return (
    <FieldShell
      path={path}
      label={label}
      beside={
        value &&
        !readOnly && (
          <button
            type="button"
            className="as-link small"
            aria-label={`${words.takeOut}: ${label}`}
            onClick={() => set(undefined)}
          >
            {words.takeOut}
          </button>
        )
      }
    >
      <AssetChooser kind={kind} label={label} assetId={value?.asset} onChange={choose} />
      {value && alt && kind !== 'captions' && (
        <Field path={[...path, 'alt']} schema={alt} label={fields.label('alt')} />
      )}
      {value && (asset?.state !== 'ready' || value.fallback !== undefined) && (
        <div className="field">
          <label className="label" htmlFor={`${idOf(path)}-fallback`}>
            {words.fallback}
          </label>
          <select
            id={`${idOf(path)}-fallback`}
            className="input"
            disabled={readOnly}
            value={value.fallback ?? ''}
            onChange={({ target }) => {
              const { fallback: _, ...rest } = value;
              set(target.value === '' ? rest : { ...rest, fallback: target.value });
            }}
          >
            <option value="">{words.fallbackWait}</option>
            <option value="none">{words.fallbackNone}</option>
            {value.fallback && value.fallback !== 'none' && (
              <option value={value.fallback}>{assets.get(value.fallback)?.name ?? value.fallback}</option>
            )}
          </select>
        </div>
      )}
    </FieldShell>
  );
};

/** What was written here and is not what the library said of the picture before. */
const written = (value: AssetValue | undefined, before: Asset | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(value?.alt ?? {}).filter(([locale, text]) => text !== before?.alt[locale]));
