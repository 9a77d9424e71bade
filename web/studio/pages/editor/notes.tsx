import { useTimes } from '@marquee/ui/app/use-times.ts';
import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { rolesFor } from '../../app/person.ts';
import { useSession } from '../../app/session.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Path } from './model/paths.ts';
import type { DraftOfItem } from './use-draft.ts';
import { useEditorWords } from './words.ts';

type NotesProps = {
  written: DraftOfItem;
  restoreProblem: string;
  readOnly: boolean;
  says: (path: Path) => string;
};

/** What happened to what is written that somebody should know of, one line each. */
export const Notes = ({ written, restoreProblem, readOnly, says }: NotesProps) => {
  const words = useEditorWords();
  const frame = useWords();
  const times = useTimes();
  const { dismiss, tryAgain } = frame;
  const roles = rolesFor('writePages').map((role) => frame.roles[role]);
  const { person } = useSession();
  const { saving, brought, saver, dismissTaken } = written;
  // Whoever restores a version, or writes in another tab, knows of it.
  const taken = written.taken?.by === person.userName ? undefined : written.taken;
  return (
    <div className="notes" aria-live="polite">
      {readOnly && <p className="notice-line quiet">{words.readOnly(roles.join(` ${frame.or} `))}</p>}
      {saving.is === 'failed' && (
        <p className="notice-line bad">
          <Icon name="failed" />
          <span>
            {words.notSavedWhy(saving.why)} {saving.again && words.triesAgain}
          </span>
          <Button small onPress={() => void saver.flush()}>
            {tryAgain}
          </Button>
        </p>
      )}
      {restoreProblem && <p className="notice-line bad">{words.refused(restoreProblem)}</p>}
      {brought && <p className="notice-line quiet">{words.broughtBack(times.moment(new Date(brought.at)))}</p>}
      {taken && (
        <p className="notice-line quiet">
          <Icon name="changed" />
          <span>{words.tookUp(taken.by, taken.paths.map((path) => says(path)).join(', ') || '…')}</span>
          <Button small kind="quiet" icon="close" aria-label={dismiss} onPress={dismissTaken} />
        </p>
      )}
    </div>
  );
};
