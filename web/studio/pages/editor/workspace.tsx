import { Segments } from '@marquee/ui/segments.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { ItemWithData } from '../../api/content.ts';
import { useTitle } from '../../app/title.ts';
import { useUndo } from '../../app/undo.tsx';
import { instantOf } from '../../app/zoned.ts';
import { PageState } from '../page-state.tsx';
import { useContent } from '../use-pages.ts';
import { usePagesWords } from '../words.ts';
import { Bar } from './bar.tsx';
import { ConflictDialog } from './conflict/conflict-dialog.tsx';
import { EditingProvider, useEditing } from './editing.tsx';
import { useMomentWords } from './fields/time.tsx';
import { Form } from './form.tsx';
import { EditorKeys } from './keys.tsx';
import { complete } from './model/complete.ts';
import { type Block, blocksOf } from './model/gate.ts';
import { missingIn } from './model/languages.ts';
import type { Path } from './model/paths.ts';
import type { TypeDescription } from './model/schema.ts';
import { textIn } from './model/summary.ts';
import { Notes } from './notes.tsx';
import type { Seen } from './preview/as-of.tsx';
import { Preview } from './preview/preview.tsx';
import { useDrawn } from './preview/use-drawn.ts';
import { GatePanel } from './publish/gate-panel.tsx';
import { PublicationPanel } from './publish/publication-panel.tsx';
import { PublishButton } from './publish/publish-button.tsx';
import { usePublishing } from './publish/use-publishing.ts';
import { SavingState } from './saving-state.tsx';
import { type DraftOfItem, itemKey } from './use-draft.ts';
import { useFieldProblems } from './use-problems.ts';
import { CompareDialog } from './versions/compare-dialog.tsx';
import { HistoryPanel } from './versions/history-panel.tsx';
import { useEditorWords } from './words.ts';
import { useFieldWords } from './words-of-fields.ts';

type Props = {
  item: ItemWithData;
  type: TypeDescription;
  written: DraftOfItem;
  locale: string;
  setLocale: (locale: string) => void;
  other?: string;
  setOther: (locale: string | undefined) => void;
  current?: Path;
};

/** The bar, the form, the page and what stands beside it, of one draft. */
export const Workspace = ({ item, type, written, locale, setLocale, other, setOther, current }: Props) => {
  const words = useEditorWords();
  const pages = usePagesWords();
  const fields = useFieldWords();
  const said = useMomentWords();
  const editing = useEditing();
  const content = useContent();
  const queries = useQueryClient();
  const offer = useUndo();
  const { draft, saver, saving, savedAt } = written;
  const { languages, readOnly, focusOn } = editing;
  const data = useSyncExternalStore(draft.subscribe, draft.get);
  const [seen, setSeen] = useState<Seen>({});
  const [pane, setPane] = useState<'form' | 'preview' | 'check'>('form');
  const [hasPreview, setPreview] = useState(true);
  const [from, setFrom] = useState<number>();
  const [isShut, setShut] = useState(false);
  const names = (data[type.name] ?? {}) as Record<string, string>;
  const name = textIn(names, locale) || words.untitled;
  useTitle(name);

  const instant = seen.time && instantOf(seen.time.at, seen.time.zone);
  const asOf = instant === undefined ? undefined : new Date(instant).toISOString();
  const drawing = useDrawn(item.itemId, type, draft, { locale, asOf, territory: seen.territory });
  const blocks: readonly Block[] | undefined = useMemo(
    () => drawing.drawn && blocksOf(drawing.drawn.problems, type, draft.get()),
    [drawing.drawn, type, draft],
  );
  const problems = useFieldProblems(blocks, saving);
  const save = async (): Promise<number> => {
    await saver.flush();
    const now = saver.saving();
    if (saver.isDirty()) throw new Error(now.is === 'failed' ? words.notSavedWhy(now.why) : words.notSaved);
    return saver.known().version;
  };
  const publishing = usePublishing(item, save);
  const { left } = useMemo(() => complete(type.schema, data), [type, data]);

  const embargo = data.embargoUntil as { at?: string; zone?: string } | undefined;
  const until = embargo?.at && embargo.zone ? instantOf(embargo.at, embargo.zone) : undefined;
  const stands = useMemo(
    () =>
      languages.map((language) => ({
        language,
        faults: blocks?.filter((block) => block.locale === language.locale).length ?? 0,
        missing: missingIn(language.locale, type.schema, data).length,
        hasPage: Boolean(names[language.locale]),
      })),
    [languages, blocks, type, data, names],
  );

  const restore = async (version: number): Promise<void> => {
    const before = await save();
    const kept = await content.restoreRevision(item.itemId, version, before);
    const look = (next: ItemWithData): void => {
      queries.setQueryData(itemKey(item.itemId), next);
      void queries.invalidateQueries({ queryKey: ['history', item.itemId] });
      void queries.invalidateQueries({ queryKey: ['revisions', item.itemId] });
    };
    look(kept);
    offer({
      said: words.restored(version),
      undo: async () => look(await content.restoreRevision(item.itemId, before, saver.known().version)),
    });
  };
  const [restoreProblem, setRestoreProblem] = useState('');
  const tryRestore = readOnly
    ? undefined
    : (version: number): void =>
        void restore(version).then(
          () => setRestoreProblem(''),
          (error: unknown) => setRestoreProblem(error instanceof Error ? error.message : String(error)),
        );
  const step = (path: Path | undefined): void => {
    if (path && path.length > 0) focusOn(path);
  };
  const nextProblem = (): void => {
    const list = blocks ?? [];
    const at = list.findIndex(({ path }) => path.join('.') === current?.join('.'));
    const next = list[(at + 1) % Math.max(1, list.length)];
    if (next) focusOn(next.path);
  };
  const nextLanguage = (): void => {
    const at = languages.findIndex((each) => each.locale === locale);
    const next = languages[(at + 1) % languages.length];
    if (next) setLocale(next.locale);
  };
  const beside = (): void => setOther(other ? undefined : languages.find((each) => each.locale !== locale)?.locale);
  const compare = (version?: number): void =>
    setFrom(version ?? item.publishedVersion ?? Math.max(1, item.version - 1));

  return (
    <EditingProvider editing={editing} problems={problems}>
      <div className="doc" data-pane={pane}>
        <EditorKeys
          save={() => void saver.flush()}
          undo={() => step(draft.undo())}
          redo={() => step(draft.redo())}
          togglePreview={() => setPreview(!hasPreview)}
          {...{ nextProblem, nextLanguage, compare }}
        />
        <Bar
          name={name}
          state={
            <>
              <span className="muted small">{pages.types[type.type] ?? type.words}</span>
              <PageState item={item} isEmbargoed={until !== undefined && until > Date.now()} />
            </>
          }
          saved={
            !readOnly && (
              <SavingState {...{ saving, savedAt }} incomplete={left.length} resolve={() => setShut(false)} />
            )
          }
          languages={stands}
          locale={locale}
          onLocale={(chosen) => {
            if (chosen === other) setOther(undefined);
            setLocale(chosen);
          }}
          isBeside={other !== undefined && languages.length === 2}
          onBeside={languages.length > 1 ? beside : undefined}
          compare={() => compare()}
          undo={
            readOnly
              ? undefined
              : {
                  ...{ can: draft.canUndo(), canRedo: draft.canRedo() },
                  run: () => step(draft.undo()),
                  redo: () => step(draft.redo()),
                }
          }
        >
          <PublishButton item={item} publishing={publishing} isBlocked={saving.is === 'conflict'} />
        </Bar>
        <Notes {...{ written, restoreProblem, readOnly }} says={fields.path} />
        <div className="switch">
          <Segments
            label={words.preview}
            name="pane"
            options={[
              { value: 'form', label: words.form },
              { value: 'preview', label: words.preview },
              { value: 'check', label: words.check },
            ]}
            value={pane}
            onChange={setPane}
          />
        </div>
        <div className={['panes', other && 'two', !hasPreview && 'no-view'].filter(Boolean).join(' ')}>
          <div className="form">
            <Form />
          </div>
          {hasPreview && (
            <Preview
              {...{ itemId: item.itemId, locale, drawing, seen, current }}
              onSee={setSeen}
              save={save}
              hasPage={type.section !== undefined}
            />
          )}
          <aside className="doc-rail">
            <GatePanel
              blocks={blocks}
              when={seen.time && instant !== undefined ? said(instant, seen.time.zone) : undefined}
            />
            <PublicationPanel item={item} name={name} publishing={publishing} path={drawing.drawn?.path} />
            <HistoryPanel itemId={item.itemId} version={item.version} compare={compare} restore={tryRestore} />
          </aside>
        </div>
        <CompareDialog
          itemId={item.itemId}
          from={from}
          publishedVersion={item.publishedVersion}
          restore={tryRestore}
          close={() => setFrom(undefined)}
        />
        {saving.is === 'conflict' && (
          <ConflictDialog
            saving={saving}
            isOpen={!isShut}
            close={() => setShut(true)}
            decide={(decisions) => {
              setShut(false);
              void saver.decide(decisions);
            }}
          />
        )}
      </div>
    </EditingProvider>
  );
};
