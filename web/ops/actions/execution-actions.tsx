import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { useState } from 'react';
import { useMay } from '../app/session.tsx';
import type { Execution } from '../execution/use-execution.ts';
import type { ExecutionTree } from '../history/model.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { RedriveDialog } from './redrive-dialog.tsx';
import { RerunDialog } from './rerun-dialog.tsx';

type Props = { execution: Execution };

const hasEnded = ({ endedAt }: ExecutionTree): boolean => endedAt !== undefined;

/** The way on from a failure: go on where it ended, or begin anew with what is mended. */
export const FailureActions = ({ execution }: Props) => {
  const mayRedrive = useMay('states:RedriveExecution');
  const [isOpen, setOpen] = useState(false);
  const { tree, express } = execution;
  const isRedrivable = tree !== undefined && hasEnded(tree) && tree.standing !== 'succeeded' && !express;
  useShortcut('r', 'Redrive the execution', () => mayRedrive && isRedrivable && setOpen(true));
  if (!tree || !isRedrivable || !mayRedrive) return null;
  return (
    <>
      <Button kind="primary" icon="redrive" onPress={() => setOpen(true)}>
        Redrive …
      </Button>
      {isOpen && <RedriveDialog execution={execution} tree={tree} onClose={() => setOpen(false)} />}
    </>
  );
};

/** What can be done with any execution: stop it while it runs, run it again as a new one. */
export const ExecutionTools = ({ execution }: Props) => {
  const mayStop = useMay('states:StopExecution');
  const mayStart = useMay('states:StartExecution');
  const [open, setOpen] = useState<'stop' | 'rerun'>();
  const { tree, arn, express, machine } = execution;
  const close = (): void => setOpen(undefined);
  if (!tree) return null;
  const isRunning = !hasEnded(tree) && !express;
  return (
    <>
      {isRunning && mayStop && (
        <Button icon="stop" onPress={() => setOpen('stop')}>
          Stop …
        </Button>
      )}
      {mayStart && machine && !express && (
        <Button icon="rerun" onPress={() => setOpen('rerun')}>
          Rerun …
        </Button>
      )}
      {open === 'stop' && (
        <BulkDialog
          action="stop"
          chosen={[{ arn, subject: arn.split(':').at(-1) ?? arn }]}
          onClose={() => {
            close();
            execution.refresh();
          }}
        />
      )}
      {open === 'rerun' && <RerunDialog execution={execution} tree={tree} onClose={close} />}
    </>
  );
};
