import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Menu } from '@marquee/ui/menu.tsx';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useSiteLanguages } from '../api/use-site-languages.ts';
import { useWords } from '../words/use-words.ts';
import type { TypeDescription } from './editor/model/schema.ts';
import { iconOfType } from './page-table.tsx';
import { useContent, useLookAtPages } from './use-pages.ts';
import { usePagesWords } from './words.ts';

/** Every type of content, as the API tells it. */
export const useTypes = () => {
  const content = useContent();
  return useQuery({
    queryKey: ['content-types'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await content.types()).types,
  });
};

/** Makes a page: its type, then its name in the site's first language. */
export const NewPage = ({ hasNavigation }: { hasNavigation: boolean }) => {
  const words = usePagesWords();
  const { data: types = [] } = useTypes();
  const [chosen, setChosen] = useState<TypeDescription>();
  const trigger = useRef<HTMLSpanElement>(null);
  useShortcut('n', words.newPage, () => trigger.current?.querySelector('button')?.click());
  const offered = types.filter(({ type }) => type !== 'navigation' || !hasNavigation);
  return (
    <>
      <span ref={trigger}>
        <Menu
          label={words.newPage}
          trigger={
            <Button kind="primary" icon="plus">
              {words.newPage}
            </Button>
          }
          entries={offered.map((each) => ({
            ...{ id: each.type, label: words.types[each.type] ?? each.words, icon: iconOfType(each.type) },
            onAction: () => setChosen(each),
          }))}
        />
      </span>
      <Name key={chosen?.type} type={chosen} close={() => setChosen(undefined)} />
    </>
  );
};

const Name = ({ type, close }: { type: TypeDescription | undefined; close: () => void }) => {
  const words = usePagesWords();
  const { cancel } = useWords();
  const [first = { locale: 'en', label: 'English' }] = useSiteLanguages();
  const content = useContent();
  const look = useLookAtPages();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const create = async (): Promise<void> => {
    if (!type || name.trim() === '' || busy) return;
    setBusy(true);
    setProblem('');
    try {
      const itemId = type.type === 'navigation' ? 'navigation' : undefined;
      const locales = type.type === 'navigation' ? { locales: [first] } : {};
      const made = await content.create(
        type.type,
        { [type.name]: { [first.locale]: name.trim() }, ...locales },
        itemId,
      );
      look();
      navigate(`/pages/${made.itemId}`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const label = words.nameOf(first.label);
  return (
    <Dialog
      title={words.newOf(words.types[type?.type ?? ''] ?? type?.words ?? '')}
      isOpen={type !== undefined}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{cancel}</Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={() => void create()}>
            {words.create}
          </Button>
        </>
      }
    >
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <label className="label" htmlFor="new-name">
          {label}
        </label>
        <input
          id="new-name"
          className="input"
          lang={first.locale}
          maxLength={300}
          autoFocus
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <p className="hint">{words.nameWhy}</p>
        {problem && (
          <p className="error" role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
};
