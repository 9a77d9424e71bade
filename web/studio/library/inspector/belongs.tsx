import { Button } from '@marquee/ui/button.tsx';
import { useState } from 'react';
import type { AssetDetails } from '../../api/assets.ts';
import { ownZone } from '../../app/zoned.ts';
import { useInspectorWords } from './words.ts';

type Props = { details: AssetDetails; write: (change: Partial<AssetDetails>) => void; isDisabled: boolean };

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean),
  ),
];

const folderOf = (text: string): string =>
  text
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/');

/** A field whose text is taken over when one leaves it, because half of it would mean another thing. */
const Settled = ({
  id,
  label,
  value,
  onSettle,
  isDisabled,
}: {
  id: string;
  label: string;
  value: string;
  onSettle: (value: string) => void;
  isDisabled: boolean;
}) => {
  const [text, setText] = useState<string>();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        value={text ?? value}
        disabled={isDisabled}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => {
          if (text !== undefined && text !== value) onSettle(text);
          setText(undefined);
        }}
      />
    </div>
  );
};

/** Its name, folder, tags, rights, and when it may be public. */
export const Belongs = ({ details, write, isDisabled }: Props) => {
  const words = useInspectorWords();
  const { name, folder, tags, rights = '', embargoUntil } = details;
  const zone = embargoUntil?.zone ?? ownZone();
  return (
    <section>
      <h3>{words.details2}</h3>
      <Settled
        id="asset-name"
        label={words.name}
        value={name}
        onSettle={(text) => text.trim() && write({ name: text.trim() })}
        isDisabled={isDisabled}
      />
      <Settled
        id="asset-folder"
        label={words.folder}
        value={folder}
        onSettle={(text) => write({ folder: folderOf(text) })}
        isDisabled={isDisabled}
      />
      <Settled
        id="asset-tags"
        label={words.tags}
        value={tags.join(', ')}
        onSettle={(text) => write({ tags: tagsOf(text) })}
        isDisabled={isDisabled}
      />
      <Settled
        id="asset-rights"
        label={words.rights}
        value={rights}
        onSettle={(text) => write({ rights: text.trim() })}
        isDisabled={isDisabled}
      />
      <fieldset className="field embargo" disabled={isDisabled}>
        <legend className="label">{words.publicFrom}</legend>
        {embargoUntil ? (
          <>
            <input
              className="input"
              type="datetime-local"
              aria-label={`${words.publicFrom}: ${words.date}`}
              value={embargoUntil.at.slice(0, 16)}
              onChange={({ target }) => target.value && write({ embargoUntil: { at: target.value, zone } })}
            />
            <input
              className="input"
              aria-label={`${words.publicFrom}: ${words.zone}`}
              list="zones"
              defaultValue={zone}
              onChange={({ target }) =>
                ZONES.includes(target.value) && write({ embargoUntil: { at: embargoUntil.at, zone: target.value } })
              }
            />
            <datalist id="zones">
              {ZONES.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
            <Button small kind="quiet" onPress={() => write({ embargoUntil: undefined })}>
              {words.noEmbargo}
            </Button>
          </>
        ) : (
          <div className="row">
            <span className="muted sm">{words.noEmbargo}</span>
            <Button
              small
              icon="embargoed"
              onPress={() => write({ embargoUntil: { at: tomorrow(), zone } })}
              isDisabled={isDisabled}
            >
              {words.setEmbargo}
            </Button>
          </div>
        )}
      </fieldset>
    </section>
  );
};

/** Nine o'clock tomorrow, as `datetime-local` has it. */
const tomorrow = (): string => {
  const day = new Date(Date.now() + 24 * 3600 * 1000);
  const padded = (number: number): string => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${padded(day.getMonth() + 1)}-${padded(day.getDate())}T09:00`;
};
