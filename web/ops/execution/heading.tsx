import { Button } from '@marquee/ui/button.tsx';
import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { searchHref } from '../app/links.ts';
import { shortId, subjectOf } from '../executions/subject.ts';
import type { ExecutionTree } from '../history/model.ts';
import { download } from './download.ts';
import { Flash } from './flash.tsx';
import { mapNameOf, ParentLink } from './parent-link.tsx';
import type { Execution } from './use-execution.ts';

/** The name that an execution's ARN ends with; an Express one has a further id behind it. */
export const nameOf = ({ arn, express }: Execution): string => arn.split(':').at(express ? 7 : -1) ?? arn;

/** Where one is, what it is about, and how it stands. */
export const Heading = ({
  execution,
  tree,
  workflow,
  tools,
}: {
  execution: Execution;
  tree: ExecutionTree;
  workflow: string;
  tools?: ReactNode;
}) => {
  const name = nameOf(execution);
  const mapRunArn = execution.described?.mapRunArn;
  return (
    <>
      <nav className="crumb" aria-label="Breadcrumb">
        <Link href="/executions">Executions</Link>
        <Icon name="right" />
        <Link href={searchHref(`workflow:${workflow}`)}>{workflow}</Link>
        <Icon name="right" />
        <ParentLink execution={execution} tree={tree} />
        <code>{shortId(name)}</code>
      </nav>
      <div className="title">
        <h1>
          {mapRunArn
            ? `${mapNameOf(mapRunArn).replace('A Map', 'An item of a Map')}, ${shortId(name)}`
            : subjectOf(tree.input, name).label}{' '}
          <Flash of={tree.standing}>
            <StatusPill status={tree.standing} />
          </Flash>
        </h1>
        <span className="grow" />
        <div className="row">
          <Button kind="quiet" icon="download" onPress={() => download(execution)}>
            Download
          </Button>
          <CopyButton text={execution.arn} label="Copy the ARN" small={false} />
          {tools}
        </div>
      </div>
    </>
  );
};
