import { Button } from '@marquee/ui/button.tsx';
import { Menu, type MenuEntry } from '@marquee/ui/menu.tsx';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Readiness, Release } from '../../api/releases.ts';
import { rolesFor } from '../../app/person.ts';
import { useMay } from '../../app/session.tsx';
import { useWords } from '../../words/use-words.ts';
import { actionsOf } from '../model/standing.ts';
import { useReleaseWords } from '../words.ts';
import { CallOffDialog, DeleteDialog, GoDialog, RollBackDialog, ScheduleDialog } from './dialogs.tsx';
import type { UsedRelease } from './use-release.ts';

type Props = { release: Release; use: UsedRelease; readiness: Readiness | undefined };

const DIALOGS = {
  schedule: ScheduleDialog,
  callOff: CallOffDialog,
  go: GoDialog,
  rollBack: RollBackDialog,
  remove: DeleteDialog,
} as const;
type Asked = keyof typeof DIALOGS;

/** Who may schedule and release, in the words of the interface. */
export const useReleasers = (): string => {
  const { roles, or } = useWords();
  return rolesFor('release')
    .map((role) => roles[role])
    .join(` ${or} `);
};

/** What can be done with a release as it stands, by whoever may; to others it says who can. */
export const Actions = ({ release, use, readiness }: Props) => {
  const words = useReleaseWords();
  const mayRelease = useMay('release');
  const mayPlan = useMay('planReleases');
  const [asked, setAsked] = useState<Asked>();
  const can = actionsOf(release);
  const { releaseId } = release;
  const ask = (what: Asked) => (): void => setAsked(what);
  const Asking = asked && DIALOGS[asked];
  const more: MenuEntry[] = [
    ...(can.callOff && can.rollBack ? [{ id: 'off', label: words.callOff, onAction: ask('callOff') }] : []),
    ...(can.remove ? [{ id: 'delete', label: words.delete, icon: 'trash' as const, onAction: ask('remove') }] : []),
  ];
  const main = (): ReactNode => {
    if (can.schedule) {
      return (
        <Button kind="primary" icon="scheduled" onPress={ask('schedule')}>
          {words.schedule}
        </Button>
      );
    }
    if (can.rollBack) {
      return (
        <Button icon="rerun" onPress={ask('rollBack')}>
          {words.rollBack}
        </Button>
      );
    }
    return can.callOff && <Button onPress={ask('callOff')}>{words.callOff}</Button>;
  };
  return (
    <>
      {mayPlan && can.rehearse && (
        <Link href={`/releases/${releaseId}/rehearsal`} className="btn">
          {words.rehearse}
        </Link>
      )}
      {mayRelease && (
        <>
          {can.go && <Button onPress={ask('go')}>{words.go}</Button>}
          {main()}
          {more.length > 0 && (
            <Menu
              label={release.name}
              trigger={<Button kind="quiet" icon="more" aria-label={release.name} />}
              entries={more}
            />
          )}
        </>
      )}
      {Asking && <Asking {...{ release, use, readiness }} close={() => setAsked(undefined)} />}
    </>
  );
};
