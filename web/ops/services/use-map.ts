import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSession } from '../app/session.tsx';
import { call } from '../aws/call.ts';
import { useSystem } from '../system/use-system.ts';
import { mapOf, type SystemMap } from './system-map.ts';
import { readTemplate, type Template } from './template.ts';

/** Templates are large and change with a deployment only. */
const FRESH = 10 * 60_000;

const readTemplates = async (stacks: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Template>> =>
  new Map(
    await Promise.all(
      stacks.map(async (stack) => {
        const { TemplateBody } = await call('cloudformation', 'GetTemplate', { StackName: stack }, signal);
        return [stack, readTemplate(TemplateBody)] as const;
      }),
    ),
  );

/** The map of the stage, from the templates of its stacks. */
export const useMap = (): { map?: SystemMap; error: unknown } => {
  const { stacks } = useSession();
  const system = useSystem();
  const templates: UseQueryResult<ReadonlyMap<string, Template>> = useQuery({
    queryKey: ['templates', stacks],
    queryFn: ({ signal }) => readTemplates(stacks, signal),
    staleTime: FRESH,
  });
  const resources = system.data?.resources;
  const map = useMemo(
    () => (templates.data && resources ? mapOf(templates.data, resources) : undefined),
    [templates.data, resources],
  );
  return { ...(map && { map }), error: map ? undefined : (templates.error ?? system.error) };
};
