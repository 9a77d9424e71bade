import { Button } from '@marquee/ui/button.tsx';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Combo } from '../../../app/combo.tsx';
import { instantOf } from '../../../app/zoned.ts';
import { useCountries } from '../fields/countries.tsx';
import { firstTime, type Local, LocalTimeInput } from '../fields/time.tsx';
import { useEditorWords } from '../words.ts';

export type Seen = { time?: Required<Local>; territory?: string };

/** At which moment, and from where, the page is looked at. */
export const AsOf = ({ seen, onChange }: { seen: Seen; onChange: (seen: Seen) => void }) => {
  const words = useEditorWords();
  const { countries } = useCountries();
  const [time, setTime] = useState<Local>(seen.time ?? firstTime);
  const { at = '', zone = '' } = time;
  const isTime = instantOf(at, zone) !== undefined;
  return (
    <DialogTrigger>
      <Button small icon="scheduled">
        {words.asOf}
      </Button>
      <Popover className="popover as-of" placement="bottom end">
        <Dialog aria-label={words.asOf}>
          {({ close }) => (
            <>
              <LocalTimeInput id="as-of" value={time} onChange={setTime} />
              <div className="with-button">
                <Combo
                  label={words.territory}
                  isLabelSeen
                  placeholder={words.everywhere}
                  options={[{ id: '', label: words.everywhere }, ...countries]}
                  value={seen.territory ?? ''}
                  onPick={(territory) => onChange({ ...seen, territory: territory || undefined })}
                />
              </div>
              <div className="dialog-act">
                <Button
                  small
                  onPress={() => {
                    onChange({});
                    close();
                  }}
                >
                  {words.asOfNow}
                </Button>
                <Button
                  small
                  kind="primary"
                  isDisabled={!isTime}
                  onPress={() => {
                    onChange({ ...seen, time: { at, zone } });
                    close();
                  }}
                >
                  {words.show}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
