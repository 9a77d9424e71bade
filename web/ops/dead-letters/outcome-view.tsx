import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Time } from '@marquee/ui/time.tsx';
import { Link } from 'wouter';
import { serviceHref } from '../app/links.ts';
import { functionIn } from '../events/rules.ts';
import { ExecutionLine } from '../events/started-view.tsx';
import { useSystem } from '../system/use-system.ts';
import type { Outcome } from './act.ts';

const FunctionLink = ({ arn }: { arn: string }) => {
  const { data: system } = useSystem();
  // A function is named by its ARN, or by its name alone.
  const id = arn.startsWith('arn:') ? functionIn(arn) : arn;
  const name = system?.functions.find(({ physicalId }) => physicalId === id)?.name ?? id;
  return <Link href={serviceHref(name)}>{name}</Link>;
};

/** What came of a redrive or a discard, where the letter stood or stands. */
export const OutcomeView = ({ outcome, back }: { outcome: Outcome; back: boolean }) => {
  switch (outcome.is) {
    case 'started':
      return (
        <span className="outcome">
          <Icon name="redrive" />
          {outcome.again ? 'Was redriven before: ' : outcome.edited ? 'Edited, then redriven: ' : 'Redriven: '}
          <ExecutionLine arn={outcome.execution} from={outcome.at} />
          {!outcome.gone && (
            <span className="error">The message could not be deleted; redriving it again starts nothing twice.</span>
          )}
        </span>
      );
    case 'accepted':
      return (
        <span className="outcome">
          <Icon name={back ? 'failed' : 'redrive'} />
          {outcome.edited ? 'Edited, then accepted by ' : 'Accepted by '}
          <FunctionLink arn={outcome.functionName} /> at <Time at={new Date(outcome.at)} />
          {back
            ? '. It failed again, and came back as a message of its own.'
            : '. Where it fails three times, it comes back here.'}
        </span>
      );
    case 'answered':
      return (
        <span className="outcome">
          <Icon name="redrive" />
          <FunctionLink arn={outcome.functionName} /> took it
          {back ? ', and set it aside once more.' : '.'}
        </span>
      );
    case 'discarded':
      return (
        <span className="outcome">
          <Icon name="trash" />
          Discarded: {outcome.reason}
        </span>
      );
    default:
      return (
        <span className="outcome bad" role="alert">
          <Icon name="failed" />
          <code>{outcome.error}</code> {outcome.says}
        </span>
      );
  }
};
