import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Item, ItemWithData, Publication } from '../../../api/content.ts';
import { useContent, useLookAtPages } from '../../use-pages.ts';
import { itemKey } from '../use-draft.ts';

/** Milliseconds between looks at a publication that is under way. */
const SOON = 500;

export type Outcome = { kind: 'publish' | 'unpublish'; publication: Publication };

/** Asks for an item to be public, or to be so no more, now or later, and tells what became of it. */
export const usePublishing = (item: Item, save: () => Promise<number>) => {
  const content = useContent();
  const queries = useQueryClient();
  const lookAtPages = useLookAtPages();
  const [asked, setAsked] = useState<{ id: string; kind: 'publish' | 'unpublish' }>();
  const [problem, setProblem] = useState('');
  const { itemId } = item;
  const waiting = asked?.id ?? (item.publication?.state === 'waiting' ? item.publication.publicationId : undefined);
  const { data: publication } = useQuery({
    queryKey: ['publication', waiting],
    enabled: waiting !== undefined,
    queryFn: () => content.publication(waiting ?? ''),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === 'waiting' ? SOON : false),
  });

  const look = (): void => {
    void queries.invalidateQueries({ queryKey: itemKey(itemId) });
    void queries.invalidateQueries({ queryKey: ['history', itemId] });
    lookAtPages();
  };
  const state = publication?.state;
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (state === 'live' || state === 'failed') latest.current();
  }, [state]);

  const tell = async (run: () => Promise<unknown>): Promise<boolean> => {
    setProblem('');
    try {
      await run();
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      look();
    }
  };
  const put = (changed: Partial<Item>): void =>
    void queries.setQueryData<ItemWithData>(itemKey(itemId), (known) => known && { ...known, ...changed });

  const request = (kind: 'publish' | 'unpublish'): Promise<boolean> =>
    tell(async () => {
      const version = kind === 'publish' ? await save() : undefined;
      const { publicationId } = await content.publish(itemId, kind, version);
      put({ publication: { publicationId, kind, state: 'waiting' } });
      setAsked({ id: publicationId, kind });
    });

  return {
    /** What became of what was asked for here. */
    outcome: asked && publication ? { kind: asked.kind, publication } : undefined,
    isUnderWay: waiting !== undefined && (publication === undefined || publication.state === 'waiting'),
    problem,
    forget: (): void => {
      setAsked(undefined);
      setProblem('');
    },
    request,
    schedule: (kind: 'publish' | 'unpublish', time: { at: string; zone: string }): Promise<boolean> =>
      tell(async () => {
        if (kind === 'publish') await save();
        await content.schedule(itemId, kind, time);
      }),
    unschedule: (kind: 'publish' | 'unpublish'): Promise<boolean> => tell(() => content.unschedule(itemId, kind)),
  };
};

export type Publishing = ReturnType<typeof usePublishing>;
