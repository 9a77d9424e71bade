import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useMemo, useState } from 'react';
import type { WindowDetails } from '../../api/releases.ts';
import { Combo } from '../../app/combo.tsx';
import { cityOf, instantOf, localOf, ownZone } from '../../app/zoned.ts';
import { useWords } from '../../words/use-words.ts';

import { takenBy } from '../model/territories.ts';
import { useMomentWords } from '../moment.tsx';
import { usePlaceWords } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';
import { TerritoriesField } from './territories-field.tsx';

type Props = {
  /** The one that is changed; a new one without it. */
  window?: WindowDetails;
  others: readonly WindowDetails[];
  keep: (window: WindowDetails) => void;
  close: () => void;
};

const DAY = 86_400_000;

/** A week from today, in the evening: when most things open. */
const firstTime = (zone: string): string => `${localOf(Date.now() + 7 * DAY, zone).slice(0, 10)}T20:00`;

const zoneOptions = () =>
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => /^[A-Z]/.test(zone))
    .map((zone) => ({ id: zone, label: cityOf(zone), more: zone }));

/** Where a release opens, and when by whose clocks; it says the moment in the reader's own zone, and what cannot be. */
export const WindowDialog = ({ window, others, keep, close }: Props) => {
  const words = useReleaseWords();
  const { cancel } = useWords();
  const momentOf = useMomentWords();
  const places = usePlaceWords();
  const [territories, setTerritories] = useState(window?.territories ?? []);
  const [zone, setZone] = useState(window?.zone ?? others[0]?.zone ?? ownZone());
  const [at, setAt] = useState(() => window?.at.slice(0, 16) ?? firstTime(zone));
  const zones = useMemo(zoneOptions, []);
  const [day = '', time = ''] = at.split('T');
  const instant = instantOf(at, zone);
  const taken = takenBy(territories, others);
  const problem =
    taken.length > 0
      ? words.taken(places(taken, [...others, { territories }]).join(', '))
      : instant === undefined && day !== '' && time !== ''
        ? words.noMoment(cityOf(zone))
        : '';
  const told = instant === undefined ? undefined : momentOf({ instant: new Date(instant).toISOString(), zone });
  const canKeep = territories.length > 0 && instant !== undefined && problem === '';
  return (
    <Dialog
      isOpen
      title={words.windowTitle}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{cancel}</Button>
          <Button
            kind="primary"
            isDisabled={!canKeep}
            onPress={() => keep({ windowId: window?.windowId, territories, at, zone })}
          >
            {words.keep}
          </Button>
        </>
      }
    >
      <TerritoriesField chosen={territories} hasOthers={others.length > 0} onChange={setTerritories} />
      <div className="when">
        <label className="field">
          <span className="label">{words.date}</span>
          <input
            className="input"
            type="date"
            value={day}
            required
            onChange={({ target }) => setAt(`${target.value}T${time}`)}
          />
        </label>
        <label className="field">
          <span className="label">{words.time}</span>
          <input
            className="input"
            type="time"
            value={time}
            required
            onChange={({ target }) => setAt(`${day}T${target.value}`)}
          />
        </label>
        <Combo label={words.zone} isLabelSeen options={zones} value={zone} onPick={setZone} />
      </div>
      <div role="status">
        {problem ? (
          <p className="error">
            <Icon name="failed" /> {problem}
          </p>
        ) : (
          told && (
            <p className="told">
              <Icon name="clock" />
              <span>
                <b>{told.there}</b> <span className="muted">{told.here}</span>
              </span>
            </p>
          )
        )}
        {!problem && instant !== undefined && instant < Date.now() && <p className="hint">{words.isPast}</p>}
        {!problem && territories.length === 0 && <p className="hint">{words.noTerritory}</p>}
      </div>
    </Dialog>
  );
};
