import { formatCount } from '@marquee/ui/count.ts';
import type { ReplayPlan } from './replay-plan.ts';
import type { BusRule } from './rules.ts';

/** The rule of the event log has this in its name. */
export const LOGS = 'event-log';

/** The kinds of events of a time: how many there are, how many were chosen, and where they go. */
export const Kinds = ({ plan }: { plan: ReplayPlan }) => (
  <table className="kinds">
    <caption className="vh">What the archive has of this time</caption>
    <thead>
      <tr>
        <th scope="col">Event</th>
        <th scope="col" className="end">
          In the time
        </th>
        <th scope="col" className="end">
          Chosen
        </th>
        <th scope="col">Goes to</th>
      </tr>
    </thead>
    <tbody>
      {plan.kinds.map(({ source, detailType, count, chosen, rules }) => (
        <tr key={`${source} ${detailType}`} className={rules.length === 0 ? 'faint' : undefined}>
          <th scope="row">
            {detailType} <span className="muted">{source}</span>
          </th>
          <td className="end num">{formatCount(count)}</td>
          <td className="end num">{formatCount(chosen)}</td>
          <td>{rules.length === 0 ? 'no rule that is chosen' : rules.join(', ')}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Which rules get what is replayed. */
export const RuleChoice = ({
  rules,
  chosen,
  onChange,
}: {
  rules: readonly BusRule[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) => (
  <fieldset className="rule-choice">
    <legend className="label">Which rules get them</legend>
    {rules.map(({ arn, name }) => (
      <label key={arn}>
        <input
          type="checkbox"
          checked={chosen.has(arn)}
          onChange={({ target }) => {
            const next = new Set(chosen);
            if (target.checked) next.add(arn);
            else next.delete(arn);
            onChange(next);
          }}
        />
        <span>
          {name}
          {name.includes(LOGS) && <span className="muted">, so that the replay is seen here</span>}
        </span>
      </label>
    ))}
  </fieldset>
);
