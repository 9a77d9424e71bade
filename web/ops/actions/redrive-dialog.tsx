import { Button } from '@marquee/ui/button.tsx';
import { counted } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../aws/call.ts';
import type { Execution } from '../execution/use-execution.ts';
import type { ExecutionTree } from '../history/model.ts';
import { checkClaims } from './claims.ts';
import { EffectList } from './effect-list.tsx';
import { effectsFrom, endingState, itemsLeft, parseDefinition } from './effects.ts';
import { redrivePreview } from './redrive-preview.ts';

/** What a redrive skips and what it does again, then the redrive. */
export const RedriveDialog = ({
  execution,
  tree,
  onClose,
}: {
  execution: Execution;
  tree: ExecutionTree;
  onClose: () => void;
}) => {
  const { arn, machine, refresh } = execution;
  const definition = parseDefinition(machine?.definition);
  const ending = endingState(tree);
  const { data, error } = useQuery({
    queryKey: ['redrive', arn],
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => ({
      preview: redrivePreview(await call('states', 'DescribeExecution', { executionArn: arn })),
      claims: await checkClaims(tree, definition, new Set(ending ? [ending.name] : [])),
    }),
  });
  const redrive = useMutation({
    mutationFn: () => call('states', 'RedriveExecution', { executionArn: arn }),
    onSuccess: () => {
      refresh();
      onClose();
    },
  });
  const passed = tree.visits.filter(
    ({ parent, standing }) =>
      parent === undefined && (standing === 'succeeded' || standing === 'retried' || standing === 'caught'),
  );
  const left = itemsLeft(ending);
  const effects = ending ? effectsFrom(definition, ending.name, tree, 'redrive') : [];
  return (
    <Dialog
      title={`Redrive from ${ending?.name ?? 'where it ended'}?`}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            icon="redrive"
            isDisabled={data?.preview.possible !== true || redrive.isPending}
            onPress={() => redrive.mutate()}
          >
            Redrive{left > 0 ? ` ${counted(left, 'item')}` : ''}
          </Button>
        </>
      }
    >
      {error ? (
        <Failure title="It cannot be said what a redrive would do" error={error} />
      ) : data === undefined ? (
        <Skeleton rows={4} label="Asking what would happen" />
      ) : (
        <>
          <p>{data.preview.says}</p>
          {data.preview.possible && (
            <>
              <p className="muted">
                {counted(passed.length, 'state')} that {passed.length === 1 ? 'has' : 'have'} passed{' '}
                {passed.length === 1 ? 'is' : 'are'} skipped
                {left > 0 && ending
                  ? `; of ${ending.name} the ${counted(ending.branches.length - left, 'item')} that succeeded as well`
                  : ''}
                . From {ending?.name} on:
              </p>
              <EffectList effects={effects} claims={data.claims} />
            </>
          )}
        </>
      )}
      {redrive.error && <Failure title="It was not redriven" error={redrive.error} />}
    </Dialog>
  );
};
