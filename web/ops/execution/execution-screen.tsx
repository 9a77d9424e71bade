import { Failure, Skeleton } from '@marquee/ui/notice.tsx';
import type { ReactNode } from 'react';
import type { ExecutionTree } from '../history/model.ts';
import { ExecutionView } from './execution-view.tsx';
import { type Execution, useExecution } from './use-execution.ts';

/** What others put into the screen of one execution. */
export type ExecutionSlots = {
  /** Buttons of the why-panel: Redrive, Preview a replay, … */
  actions?: (execution: Execution) => ReactNode;
  /** Buttons beside the title: Stop, Run again, … */
  tools?: (execution: Execution) => ReactNode;
  /** A link to what the execution is about. */
  subject?: (tree: ExecutionTree) => ReactNode;
  /** What came before and after, between reason and graph. */
  story?: (execution: Execution) => ReactNode;
};

export type ExecutionScreenProps = ExecutionSlots & { arn: string };

/** One execution: why it stands as it does, its graph, its time, its states, its events. */
export const ExecutionScreen = ({ arn, ...slots }: ExecutionScreenProps) => {
  const execution = useExecution(arn);
  const { tree, error } = execution;
  if (error && !tree)
    return (
      <Failure
        title="This execution could not be read."
        error={error}
        action={
          <button type="button" className="btn" onClick={execution.refresh}>
            Read it again
          </button>
        }
      />
    );
  if (!tree) return <Skeleton rows={10} label="Reading the execution" />;
  if (tree.startedAt === 0 && execution.complete)
    return (
      <Failure
        title={
          execution.express
            ? 'The log has nothing of this execution yet. Express executions are told of by their log alone.'
            : 'Its history is empty.'
        }
        error={new Error(arn)}
        action={
          <button type="button" className="btn" onClick={execution.refresh}>
            Read it again
          </button>
        }
      />
    );
  return <ExecutionView execution={execution} tree={tree} {...slots} />;
};
