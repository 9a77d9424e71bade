import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { executionHref } from '../app/links.ts';
import { shortId } from '../executions/subject.ts';
import type { ExecutionTree } from '../history/model.ts';
import { readMapRun } from './map-run.ts';
import type { Execution } from './use-execution.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The Map that an execution is an item of: `RenderEverything` of `…:mapRun:<machine>/RenderEverything:<id>`. A Map without a label has an id there. */
export const mapNameOf = (mapRunArn: string): string => {
  const label = mapRunArn.split(':').at(-2)?.split('/').at(-1) ?? '';
  return label === '' || UUID.test(label) ? 'A Map' : label;
};

/** The execution that started one by the service integration, which names itself in the input. */
export const starterOf = ({ input }: Pick<ExecutionTree, 'input'>): string | undefined => {
  try {
    const { AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: starter } = JSON.parse(input ?? '') as Record<string, unknown>;
    return typeof starter === 'string' && starter.includes(':execution:') ? starter : undefined;
  } catch {
    return undefined;
  }
};

/** A link to the execution that this one is a part of, as the next step of the way here. */
export const ParentLink = ({ execution, tree }: { execution: Execution; tree: ExecutionTree }) => {
  const mapRunArn = execution.described?.mapRunArn;
  const { data: run } = useQuery({
    queryKey: ['map-run', mapRunArn],
    queryFn: ({ signal }) => readMapRun(mapRunArn ?? '', signal),
    enabled: mapRunArn !== undefined,
    staleTime: 60_000,
  });
  const parent = run?.executionArn ?? starterOf(tree);
  if (!parent) return null;
  const name = shortId(parent.split(':').at(-1) ?? parent);
  return (
    <>
      <Link href={executionHref(parent)}>
        {mapRunArn ? `${mapNameOf(mapRunArn)} of ${name}` : `started by ${name}`}
      </Link>
      <Icon name="right" />
    </>
  );
};
