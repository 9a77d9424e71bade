import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Menu, type MenuEntry } from '@marquee/ui/menu.tsx';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type Item, nameOf } from '../../../api/content.ts';
import { rolesFor } from '../../../app/person.ts';
import { useMay } from '../../../app/session.tsx';
import { instantOf } from '../../../app/zoned.ts';
import { useWords } from '../../../words/use-words.ts';
import { useTrash } from '../../use-trash.ts';
import { firstTime, type Local, LocalTimeInput } from '../fields/time.tsx';
import { useEditorWords } from '../words.ts';
import type { Publishing } from './use-publishing.ts';

type Kind = 'publish' | 'unpublish';
type Props = { item: Item; publishing: Publishing; isBlocked: boolean };

/** Publishing, now or later, and its ways back: what a role may do. Others read which role can. */
export const PublishButton = ({ item, publishing, isBlocked }: Props) => {
  const words = useEditorWords();
  const frame = useWords();
  const [, navigate] = useLocation();
  const [mayPublish, mayWrite] = [useMay('publish'), useMay('writePages')];
  const [asking, setAsking] = useState<Kind | 'unpublish-now'>();
  const trash = useTrash();
  const isPublic = item.publishedVersion !== undefined;
  const roles = rolesFor('publish')
    .map((role) => frame.roles[role])
    .join(` ${frame.or} `);
  const entries: MenuEntry[] = [
    ...(mayPublish
      ? [
          { id: 'schedule', label: words.schedule, icon: 'scheduled' as const, onAction: () => setAsking('publish') },
          ...(isPublic
            ? [
                { id: 'end', label: words.scheduleEnd, icon: 'clock' as const, onAction: () => setAsking('unpublish') },
                {
                  id: 'off',
                  label: words.unpublish,
                  icon: 'stop' as const,
                  onAction: () => setAsking('unpublish-now'),
                },
              ]
            : []),
        ]
      : []),
    ...(mayWrite
      ? [
          {
            ...{ id: 'trash', label: words.trash, icon: 'trash' as const, isDisabled: isPublic },
            onAction: () => void trash([item]).then(() => navigate('/pages')),
          },
        ]
      : []),
  ];
  return (
    <>
      {!mayPublish && <span className="muted small who-may-publish">{words.needsRole(roles)}</span>}
      <span className="split">
        {mayPublish && (
          <Button
            kind="primary"
            isDisabled={publishing.isUnderWay || item.state === 'published' || isBlocked}
            onPress={() => void publishing.request('publish')}
          >
            {publishing.isUnderWay ? words.publishing : isPublic ? words.publishChanges : words.publish}
          </Button>
        )}
        {entries.length > 0 && (
          <Menu
            label={words.more}
            trigger={<Button kind={mayPublish ? 'primary' : undefined} icon="chevron" aria-label={words.more} />}
            entries={entries}
          />
        )}
      </span>
      <Dialog
        title={words.unpublishWhat(nameOf(item))}
        isOpen={asking === 'unpublish-now'}
        onClose={() => setAsking(undefined)}
        actions={
          <>
            <Button onPress={() => setAsking(undefined)}>{frame.cancel}</Button>
            <Button
              kind="danger"
              onPress={() => {
                setAsking(undefined);
                void publishing.request('unpublish');
              }}
            >
              {words.unpublish}
            </Button>
          </>
        }
      >
        <p>{words.unpublishWhy}</p>
      </Dialog>
      <ScheduleDialog
        key={asking}
        kind={asking === 'unpublish' ? 'unpublish' : 'publish'}
        isOpen={asking === 'publish' || asking === 'unpublish'}
        publishing={publishing}
        close={() => setAsking(undefined)}
      />
    </>
  );
};

type ScheduleProps = { kind: Kind; isOpen: boolean; publishing: Publishing; close: () => void };

const ScheduleDialog = ({ kind, isOpen, publishing, close }: ScheduleProps) => {
  const words = useEditorWords();
  const { cancel } = useWords();
  const [time, setTime] = useState<Local>(firstTime);
  const { at = '', zone = '' } = time;
  const isTime = instantOf(at, zone) !== undefined;
  return (
    <Dialog
      title={kind === 'publish' ? words.scheduleWhat : words.scheduleEndWhat}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{cancel}</Button>
          <Button
            kind="primary"
            isDisabled={!isTime}
            onPress={() => void publishing.schedule(kind, { at, zone }).then((done) => done && close())}
          >
            {kind === 'publish' ? words.schedule : words.scheduleEnd}
          </Button>
        </>
      }
    >
      <p>{kind === 'publish' ? words.scheduleWhy : words.unpublishWhy}</p>
      <LocalTimeInput id="schedule-at" value={time} onChange={setTime} />
      {publishing.problem && (
        <p className="error" role="alert">
          {publishing.problem}
        </p>
      )}
    </Dialog>
  );
};
