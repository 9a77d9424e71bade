import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { useState } from 'react';
import type { Release, ReleaseDetails, WindowDetails } from '../../api/releases.ts';
import { useUndo } from '../../app/undo.tsx';
import { instantOf } from '../../app/zoned.ts';

import { STATUS_OF_WINDOW } from '../model/standing.ts';
import { ELSEWHERE } from '../model/territories.ts';
import { Countdown, Moment } from '../moment.tsx';
import { usePlacesLine } from '../use-places.ts';
import { useReleaseWords } from '../words.ts';
import { WindowDialog } from './window-dialog.tsx';

type Props = {
  release: Release;
  windows: readonly WindowDetails[];
  mayChange: boolean;
  write: (change: Pick<ReleaseDetails, 'windows'>) => void;
};

const inTime = (windows: readonly WindowDetails[]): WindowDetails[] =>
  [...windows].sort((one, other) => (instantOf(one.at, one.zone) ?? 0) - (instantOf(other.at, other.zone) ?? 0));

/** The moments of a release: where it opens, when, and how far each of them is. */
export const Windows = ({ release, windows, mayChange, write }: Props) => {
  const words = useReleaseWords();
  const offer = useUndo();
  /** The place of the one that is changed; one behind the last is a new one. */
  const [edited, setEdited] = useState<WindowDetails | 'new'>();
  const others = windows.filter((window) => window !== edited);
  const remove = (window: WindowDetails): void => {
    write({ windows: windows.filter((other) => other !== window) });
    offer({ said: words.windowRemoved, undo: async () => write({ windows }) });
  };
  const isElsewhereClosed = windows.length > 0 && !windows.some(({ territories }) => territories.includes(ELSEWHERE));
  return (
    <section className="panel part" aria-label={words.windows}>
      <div className="panel-head">
        <h2>{words.windows}</h2>
        <span className="grow" />
        {mayChange && (
          <Button small icon="plus" onPress={() => setEdited('new')}>
            {words.addWindow}
          </Button>
        )}
      </div>
      {windows.length === 0 && <p className="part-none muted">{words.noWindowsWhy}</p>}
      <ol className="moments">
        {inTime(windows).map((window) => (
          <WindowRow
            key={window.windowId ?? `${window.at} ${window.territories.join()}`}
            {...{ release, window, windows, mayChange }}
            change={() => setEdited(window)}
            remove={() => remove(window)}
          />
        ))}
      </ol>
      {isElsewhereClosed && <p className="part-foot small muted">{words.elsewhereClosed}</p>}
      {edited && (
        <WindowDialog
          window={edited === 'new' ? undefined : edited}
          others={others}
          close={() => setEdited(undefined)}
          keep={(window) => {
            write({ windows: [...others, window] });
            setEdited(undefined);
          }}
        />
      )}
    </section>
  );
};

type RowProps = {
  release: Release;
  window: WindowDetails;
  windows: readonly WindowDetails[];
  mayChange: boolean;
  change: () => void;
  remove: () => void;
};

const WindowRow = ({ release, window, windows, mayChange, change, remove }: RowProps) => {
  const words = useReleaseWords();
  const places = usePlacesLine();
  const known = release.windows.find(({ windowId }) => windowId === window.windowId);
  const state = known?.state ?? 'waiting';
  const written = instantOf(window.at, window.zone);
  // What was released at once happened at another moment than was planned.
  const instant = state === 'waiting' && written ? new Date(written).toISOString() : (known?.instant ?? '');
  const isOpen = state === 'released' || state === 'releasing';
  return (
    <li className={`moment-row moment-${state}`}>
      <div className="grow">
        <p className="moment-when">
          {instant && <Moment instant={instant} zone={window.zone} />}
          {instant && state !== 'failed' && <Countdown instant={instant} />}
        </p>
        <p className="sm muted">{places(window.territories, windows, 6)}</p>
        {known?.lateSeconds !== undefined && known.lateSeconds > 0 && (
          <p className="hint">{words.late(known.lateSeconds)}</p>
        )}
        {(known?.problems ?? []).map(({ message, remedy }) => (
          <p key={message} className="error">
            <Icon name="failed" /> {message} {remedy}
          </p>
        ))}
      </div>
      {state !== 'waiting' && <StatusPill status={STATUS_OF_WINDOW[state]} word={words.windowStates[state]} plain />}
      {mayChange && !isOpen && (
        <>
          <Button small onPress={change}>
            {words.changeWindow}
          </Button>
          <Button
            small
            kind="quiet"
            icon="close"
            aria-label={words.remove(places(window.territories, windows))}
            onPress={remove}
          />
        </>
      )}
    </li>
  );
};
