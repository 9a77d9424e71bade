import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Data, ItemWithData } from '../../api/content.ts';
import { useContent, useLookAtPages } from '../use-pages.ts';
import { complete } from './model/complete.ts';
import { createDraft, type Draft } from './model/draft.ts';
import type { Work } from './model/kept.ts';
import { createSaver, type Saver, type Saving, type Taken } from './model/saver.ts';
import type { TypeDescription } from './model/schema.ts';
import { useKept } from './use-kept.ts';

export const itemKey = (itemId: string) => ['item', itemId] as const;

type Made = { draft: Draft; saver: Saver };

/** What was brought back from this browser, and when it was written. */
export type BroughtBack = { at: string };

/** The data as the API takes it. */
export const wholeOf = (type: TypeDescription, data: Data): Data => complete(type.schema, data).data as Data;

/** An item's data while it is written: kept in this browser at each stroke, by the API after a pause, and never over what others kept. */
export const useDraft = (item: ItemWithData, type: TypeDescription, mayWrite: boolean) => {
  const content = useContent();
  const queries = useQueryClient();
  const look = useLookAtPages();
  const kept = useKept();
  const [saving, setSaving] = useState<Saving>({ is: 'saved' });
  const [savedAt, setSavedAt] = useState(() => new Date(item.updatedAt));
  const [taken, setTaken] = useState<Taken>();
  const [brought, setBrought] = useState<BroughtBack>();
  const made = useRef<Made>(undefined);
  const { itemId } = item;

  const make = (): Made => {
    const known = { version: item.version, data: item.data };
    const draft = createDraft(item.data, { now: () => Date.now() });
    const saver = createSaver(known, {
      draft,
      save: (data, version) => content.save(itemId, data, version),
      whole: (data) => wholeOf(type, data),
      keep: (work) => void kept.keep(itemId, { ...work, at: new Date().toISOString() }),
      forget: () => kept.forget(itemId),
      told: setSaving,
      took: setTaken,
      saved(next) {
        setSavedAt(new Date(next.updatedAt));
        queries.setQueryData<ItemWithData>(itemKey(itemId), next);
        look();
        void queries.invalidateQueries({ queryKey: ['history', itemId] });
      },
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    draft.subscribe(() => saver.changed());
    return { draft, saver };
  };
  made.current ??= make();
  const { draft, saver } = made.current;

  const bringBack = useCallback(
    (work: Work): void => {
      // Where another version came between, both began from the one that is kept with the work.
      saver.startFrom({ version: work.version, data: work.base });
      draft.replace(work.data);
      setBrought({ at: work.at });
      void saver.flush();
    },
    [draft, saver],
  );

  useEffect(() => {
    if (!mayWrite) return;
    let left = false;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // As long as this tab has the item open, no other one takes its work for left behind.
    void navigator.locks.request(kept.keyOf(itemId), () => held);
    void navigator.locks.query().then(({ held: locks = [] }) => {
      const names = new Set(locks.map(({ name }) => name));
      const work = left ? undefined : kept.adopt(itemId, (key) => names.has(key));
      if (work) bringBack(work);
    });
    const online = (): void => void saver.flush();
    const leave = (event: BeforeUnloadEvent): void => {
      if (saver.isDirty() && saver.saving().is !== 'offline') event.preventDefault();
    };
    addEventListener('online', online);
    addEventListener('beforeunload', leave);
    return () => {
      left = true;
      release();
      removeEventListener('online', online);
      removeEventListener('beforeunload', leave);
      // Whoever goes elsewhere in the studio does not wait for the pause.
      if (saver.isDirty()) void saver.flush();
      else saver.stop();
    };
  }, [saver, kept, itemId, mayWrite, bringBack]);

  // What others keep shows as soon as it is seen.
  useEffect(() => {
    if (item.data) saver.seen({ version: item.version, data: item.data }, item.updatedBy);
  }, [item, saver]);

  return { draft, saver, saving, savedAt, taken, brought, dismissTaken: () => setTaken(undefined) };
};

export type DraftOfItem = ReturnType<typeof useDraft>;
