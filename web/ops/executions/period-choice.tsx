import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { useState } from 'react';
import { PERIODS, type Period, type PeriodName, writePeriod } from './period.ts';

/** A time as the browser's own field takes it: in the viewer's zone, without one. */
const toField = (at: number): string => {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** The last minutes, hours or days, or a time between two moments. */
export const PeriodChoice = ({
  period,
  onChoose,
}: {
  period: Period & { name?: PeriodName };
  onChoose: (text: string) => void;
}) => {
  const [picking, setPicking] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isGood = Date.parse(from) < Date.parse(to);
  return (
    <>
      <fieldset className="seg">
        <legend className="vh">Period</legend>
        {PERIODS.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name="period" checked={period.name === value} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
        <Button
          kind="quiet"
          small
          icon="scheduled"
          onPress={() => {
            setFrom(toField(period.from));
            setTo(toField(period.to ?? Date.now()));
            setPicking(true);
          }}
        >
          {period.name === undefined ? 'Chosen' : 'Pick'}
        </Button>
      </fieldset>
      <Dialog
        title="Pick a period"
        isOpen={picking}
        onClose={() => setPicking(false)}
        actions={
          <Button
            kind="primary"
            isDisabled={!isGood}
            onPress={() => {
              setPicking(false);
              onChoose(writePeriod({ from: Date.parse(from), to: Date.parse(to) }));
            }}
          >
            Show
          </Button>
        }
      >
        <div className="row">
          <label className="field">
            <span className="label">From</span>
            <input
              className="input"
              type="datetime-local"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          </label>
          <label className="field">
            <span className="label">To</span>
            <input className="input" type="datetime-local" value={to} onChange={({ target }) => setTo(target.value)} />
          </label>
        </div>
        <p className="hint">Times are in your zone, {Intl.DateTimeFormat().resolvedOptions().timeZone}.</p>
        {!isGood && from !== '' && to !== '' && (
          <p className="error" role="alert">
            The end is not after the beginning.
          </p>
        )}
      </Dialog>
    </>
  );
};
