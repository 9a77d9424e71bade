import { Button } from '@marquee/ui/button.tsx';
import { counted } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Skeleton } from '@marquee/ui/notice.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../aws/call.ts';
import { type Preview, previewAll, redrivePreview, stopPreview } from './redrive-preview.ts';

export type Chosen = { arn: string; subject: string };

type Outcome = { arn: string; error?: string };

const ACTIONS = {
  redrive: {
    verb: 'Redrive',
    icon: 'redrive',
    preview: redrivePreview,
    run: (executionArn: string) => call('states', 'RedriveExecution', { executionArn }),
    done: 'Redriven',
  },
  stop: {
    verb: 'Stop',
    icon: 'stop',
    preview: stopPreview,
    run: (executionArn: string, cause: string) =>
      call('states', 'StopExecution', { executionArn, error: 'StoppedByOperator', ...(cause !== '' && { cause }) }),
    done: 'Stopped',
  },
} as const;

export type BulkAction = keyof typeof ACTIONS;

/** Says for each execution what would happen, then does it, and says of each what came of it. */
export const BulkDialog = ({
  action,
  chosen,
  onClose,
}: {
  action: BulkAction;
  chosen: readonly Chosen[];
  onClose: () => void;
}) => {
  const { verb, icon, preview, run, done } = ACTIONS[action];
  const [cause, setCause] = useState('');
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const { data: previews } = useQuery({
    queryKey: ['preview', action, chosen.map(({ arn }) => arn)],
    queryFn: () =>
      previewAll(
        chosen.map(({ arn }) => arn),
        preview,
      ),
    staleTime: 0,
    gcTime: 0,
  });
  const possible = (previews ?? []).filter((each) => each.possible);
  const carryOut = async (): Promise<void> => {
    setBusy(true);
    const results: Outcome[] = [];
    for (const { arn } of possible) {
      try {
        await run(arn, cause);
        results.push({ arn });
      } catch (error) {
        results.push({ arn, error: `${(error as Error).name}: ${(error as Error).message}` });
      }
    }
    setOutcomes(results);
    setBusy(false);
    await queries.invalidateQueries();
  };
  return (
    <Dialog
      title={
        outcomes
          ? `${done} ${counted(outcomes.filter(({ error }) => !error).length, 'execution')}`
          : `${verb} ${counted(chosen.length, 'execution')}?`
      }
      isOpen
      onClose={onClose}
      actions={
        outcomes ? (
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button
              kind={action === 'stop' ? 'danger' : 'primary'}
              icon={icon}
              isDisabled={busy || possible.length === 0}
              onPress={() => void carryOut()}
            >
              {verb} {possible.length === chosen.length ? chosen.length : `${possible.length} of ${chosen.length}`}
            </Button>
          </>
        )
      }
    >
      {previews ? (
        <ul className="previews">
          {previews.map((each) => (
            <PreviewLine
              key={each.arn}
              preview={each}
              subject={chosen.find(({ arn }) => arn === each.arn)?.subject ?? each.arn}
              outcome={outcomes?.find(({ arn }) => arn === each.arn)}
              done={done}
            />
          ))}
        </ul>
      ) : (
        <Skeleton rows={Math.min(6, chosen.length)} label="Asking what would happen" />
      )}
      {action === 'stop' && !outcomes && (
        <label className="field">
          <span className="label">Why, for whoever reads the history</span>
          <input className="input" value={cause} onChange={({ target }) => setCause(target.value)} />
        </label>
      )}
    </Dialog>
  );
};

const PreviewLine = ({
  preview: { possible, says },
  subject,
  outcome,
  done,
}: {
  preview: Preview;
  subject: string;
  outcome: Outcome | undefined;
  done: string;
}) => {
  const told = outcome?.error ?? (outcome ? `${done}.` : says);
  return (
    <li className={possible && !outcome?.error ? undefined : 'not-possible'}>
      <Icon name={outcome ? (outcome.error ? 'failed' : 'check') : possible ? 'right' : 'minus'} />
      <b>{subject}</b>
      <span className="muted">{told}</span>
    </li>
  );
};
