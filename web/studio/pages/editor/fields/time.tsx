import { Button } from '@marquee/ui/button.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { useFormatLocale } from '@marquee/ui/words/language.tsx';
import { useMemo } from 'react';
import { Combo } from '../../../app/combo.tsx';
import { cityOf, instantOf, localOf, ownZone, ZONES } from '../../../app/zoned.ts';
import { idOf, useEditing, useProblem, useValue } from '../editing.tsx';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';
import { Field, type FieldProps } from './field.tsx';
import { FieldShell, useInputProps } from './shell.tsx';

export type Local = { at?: string; zone?: string };

/** A moment as clocks of its place show it, with its city: "Fri 4 Dec 2026, 20:00 in London". */
export const useMomentWords = (): ((instant: number, zone: string) => string) => {
  const locale = useFormatLocale();
  const words = useEditorWords();
  return (instant, zone) => {
    const text = new Intl.DateTimeFormat(locale, {
      ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    }).format(instant);
    return `${text} ${words.zoneThere(cityOf(zone))}`;
  };
};

const zoneOptions = ZONES.map((zone) => ({ id: zone, label: `${cityOf(zone)}`, more: zone }));

type LocalProps = { id: string; value: Local; onChange: (value: Local) => void; readOnly?: boolean; faulty?: boolean };

/** A date and a time of a place. What it is for whoever writes it stands below. */
export const LocalTimeInput = ({ id, value, onChange, readOnly, faulty }: LocalProps) => {
  const words = useEditorWords();
  const said = useMomentWords();
  const { at = '', zone } = value;
  const instant = at && zone ? instantOf(at, zone) : undefined;
  const own = ownZone();
  return (
    <div className="local-time">
      <label className="vh" htmlFor={id}>
        {words.date}
      </label>
      <input
        id={id}
        className="input num"
        type="datetime-local"
        readOnly={readOnly}
        max="9999-12-31T23:59"
        {...(faulty || (at && zone && instant === undefined) ? { 'aria-invalid': true } : {})}
        value={at}
        onChange={({ target }) => onChange({ ...value, at: target.value || undefined, zone: zone ?? own })}
      />
      <Combo
        label={words.zone}
        options={zoneOptions}
        value={zone}
        isDisabled={readOnly}
        onPick={(chosen) => onChange({ ...value, zone: chosen })}
      />
      {instant !== undefined && zone && (
        <p className="hint wide">
          {zone === own ? `${said(instant, zone)}.` : words.forYou(said(instant, zone), said(instant, own))}
        </p>
      )}
      {at && zone && instant === undefined && <p className="error wide">{words.noSuchTime}</p>}
    </div>
  );
};

/** What is said first of a time that somebody sets: a full hour of tomorrow where they are. */
export const firstTime = (): Required<Local> => {
  const zone = ownZone();
  return { at: `${localOf(Date.now() + 86_400_000, zone).slice(0, 13)}:00`, zone };
};

/** A time of a place, which may be left out. */
export const TimeField = ({ path, label }: FieldProps) => {
  const words = useEditorWords();
  const { readOnly } = useEditing();
  const [value, set] = useValue<Local>(path);
  const faulty = useProblem(path) !== undefined;
  return (
    <FieldShell
      path={path}
      label={label}
      beside={value && !readOnly && <Without label={label} take={() => set(undefined)} />}
    >
      {value ? (
        <LocalTimeInput id={idOf(path)} {...{ value, readOnly, faulty }} onChange={set} />
      ) : (
        <span className="row">
          <Button small icon="calplus" isDisabled={readOnly} onPress={() => set(firstTime())}>
            {words.setTime}
          </Button>
        </span>
      )}
    </FieldShell>
  );
};

const Without = ({ label, take }: { label: string; take: () => void }) => {
  const words = useEditorWords();
  return (
    <button type="button" className="as-link small" onClick={take} aria-label={`${words.takeOut}: ${label}`}>
      {words.takeOut}
    </button>
  );
};

/** A day of the calendar. */
export const DayField = ({ path, label }: FieldProps) => {
  const [value, set] = useValue<string>(path);
  return (
    <FieldShell path={path} label={label} htmlFor={idOf(path)}>
      <input
        {...useInputProps(path)}
        className="input num"
        type="date"
        max="9999-12-31"
        value={value ?? ''}
        onChange={({ target }) => set(target.value || undefined)}
      />
    </FieldShell>
  );
};

type Opening = Local & { place?: object; day?: string };

/** When something opens: a moment of a place, a day alone, or not known. */
export const OpeningField = ({ path, schema, label }: FieldProps) => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const { readOnly } = useEditing();
  const [value, set] = useValue<Opening>(path);
  const form = value === undefined ? 'none' : value.day !== undefined ? 'day' : 'moment';
  const [day, place] = useMemo(
    () => [
      [...path, 'day'],
      [...path, 'place'],
    ],
    [path],
  );
  const { day: daySchema, place: placeSchema } = schema.properties ?? {};
  const choose = (chosen: 'none' | 'moment' | 'day'): void => {
    const { place: kept } = value ?? {};
    const rest = kept ? { place: kept } : {};
    if (chosen === 'none') set(undefined);
    else if (chosen === 'moment') set({ ...rest, ...firstTime() });
    else set({ ...rest, day: (value?.at ?? firstTime().at).slice(0, 10) });
  };
  return (
    <FieldShell path={path} label={label}>
      <Segments
        label={label}
        name={idOf(path)}
        options={[
          { value: 'none', label: words.notYet },
          { value: 'day', label: words.dayAlone },
          { value: 'moment', label: words.moment },
        ]}
        value={form}
        onChange={(chosen) => readOnly || choose(chosen)}
      />
      {form === 'moment' && value && (
        <LocalTimeInput
          id={`${idOf(path)}-at`}
          value={value}
          readOnly={readOnly}
          onChange={(next) => set({ ...value, ...next })}
        />
      )}
      {form === 'day' && daySchema && <Field path={day} schema={daySchema} label={words.dayAlone} />}
      {form !== 'none' && placeSchema && <Field path={place} schema={placeSchema} label={fields.label('place')} />}
    </FieldShell>
  );
};
