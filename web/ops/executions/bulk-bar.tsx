import { Button } from '@marquee/ui/button.tsx';
import { formatCount } from '@marquee/ui/count.ts';
import type { BulkAction } from '../actions/bulk-dialog.tsx';
import { useMay } from '../app/session.tsx';
import type { Row } from './row.ts';

/** What is ticked, in words, and what can be done with all of it. */
export const BulkBar = ({
  rows,
  onAct,
  onClear,
}: {
  rows: readonly Row[];
  onAct: (action: BulkAction) => void;
  onClear: () => void;
}) => {
  const mayRedrive = useMay('states:RedriveExecution');
  const mayStop = useMay('states:StopExecution');
  if (rows.length === 0) return null;
  return (
    <div className="bulk" role="status">
      <strong>{formatCount(rows.length)} selected</strong>
      <span className="muted clip">{describeChosen(rows)}</span>
      <span className="grow" />
      {mayRedrive && (
        <Button kind="primary" small icon="redrive" onPress={() => onAct('redrive')}>
          Redrive {rows.length} …
        </Button>
      )}
      {mayStop && (
        <Button small icon="stop" onPress={() => onAct('stop')}>
          Stop {rows.length} …
        </Button>
      )}
      <Button kind="quiet" small onPress={onClear}>
        Clear
      </Button>
    </div>
  );
};

const describeChosen = (rows: readonly Row[]): string => {
  const errors = new Set(rows.flatMap(({ error }) => error ?? []));
  const workflows = new Set(rows.map(({ workflow }) => workflow));
  const of = workflows.size === 1 ? `all of ${[...workflows][0]}` : `of ${workflows.size} workflows`;
  return errors.size === 1 ? `${of}, ${[...errors][0]}` : of;
};
