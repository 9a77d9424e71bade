import { ExecutionTools, FailureActions } from '../actions/execution-actions.tsx';
import { ExecutionScreen } from '../execution/execution-screen.tsx';
import { StoryStrip } from '../stories/story-strip.tsx';

/** The screen of one execution, with what can be done about it and the story that it belongs to. */
export const ExecutionRoute = ({ arn }: { arn: string }) => (
  <ExecutionScreen
    arn={arn}
    actions={(execution) => <FailureActions execution={execution} />}
    tools={(execution) => <ExecutionTools execution={execution} />}
    story={(execution) => execution.tree && <StoryStrip arn={arn} tree={execution.tree} />}
  />
);
