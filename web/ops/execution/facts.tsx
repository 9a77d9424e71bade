import { counted, formatCount } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { formatMoney } from '@marquee/ui/money.ts';
import { Time } from '@marquee/ui/time.tsx';
import type { ReactNode } from 'react';
import { type Cost, transitionsOf } from '../cost/cost-of.ts';
import type { ExecutionTree } from '../history/model.ts';
import { BusinessKeys } from './business-keys.tsx';

/** What is asked first about any execution. */
export const Facts = ({
  tree,
  workflow,
  now,
  cost,
  subject,
}: {
  tree: ExecutionTree;
  workflow: string;
  now: number;
  cost?: Cost;
  subject?: ReactNode;
}) => (
  <dl className="facts">
    <div>
      <dt>Workflow</dt>
      <dd>{workflow}</dd>
    </div>
    <div>
      <dt>Started</dt>
      <dd>
        <Time at={new Date(tree.startedAt)} moment />
      </dd>
    </div>
    <div>
      <dt>{tree.endedAt === undefined ? 'Running for' : 'Took'}</dt>
      <dd className="num">{formatDuration((tree.endedAt ?? now) - tree.startedAt)}</dd>
    </div>
    {tree.redrivenAt.length > 0 && (
      <div>
        <dt>Redriven</dt>
        <dd>{counted(tree.redrivenAt.length, 'time')}</dd>
      </div>
    )}
    <div>
      <dt>Transitions</dt>
      <dd className="num">{formatCount(transitionsOf(tree))}</dd>
    </div>
    {cost && (
      <div>
        <dt>Cost</dt>
        <dd className="num">
          <a href="#cost">{formatMoney(cost.total)}</a>
        </dd>
      </div>
    )}
    <BusinessKeys tree={tree} />
    {subject && (
      <div>
        <dt>Subject</dt>
        <dd>{subject}</dd>
      </div>
    )}
  </dl>
);
