import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useUiWords } from '../words/language.tsx';

type Shortcut = { keys: string; does: string; run: () => void };

const KEPT_OFF = 'marquee-shortcuts-off';

/** A screen that `g` and its key lead to. */
export type PlaceWithKey = { path: string; label: string; key: string };

class Registry {
  readonly all = new Map<string, Shortcut[]>();
  on = localStorage.getItem(KEPT_OFF) === null;

  /** The one that was made last has the key. */
  add(shortcut: Shortcut): () => void {
    const same = this.all.get(shortcut.keys) ?? [];
    this.all.set(shortcut.keys, [...same, shortcut]);
    return () =>
      this.all.set(
        shortcut.keys,
        (this.all.get(shortcut.keys) ?? []).filter((other) => other !== shortcut),
      );
  }

  find = (keys: string): Shortcut | undefined => this.all.get(keys)?.at(-1);

  list = (): Shortcut[] => [...this.all.keys()].flatMap((keys) => this.find(keys) ?? []);

  turn(on: boolean): void {
    this.on = on;
    if (on) localStorage.removeItem(KEPT_OFF);
    else localStorage.setItem(KEPT_OFF, '1');
  }
}

const Shortcuts = createContext(new Registry());

/** Typing is not a shortcut, and neither is what a widget takes for itself. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"],[role="menu"]') !== null) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type));

/** How long the second key of two is waited for, in milliseconds. */
const SECOND_KEY = 1200;

/** Hears keys for all screens, has the list under `?`, and a switch that turns them off. */
export const ShortcutsProvider = ({ places, children }: { places: readonly PlaceWithKey[]; children: ReactNode }) => {
  const words = useUiWords();
  const registry = useMemo(() => new Registry(), []);
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState(registry.on);
  const [, navigate] = useLocation();
  useEffect(() => {
    const leads = places.map(({ key, label, path }) =>
      registry.add({ keys: `g ${key}`, does: words.goTo(label), run: () => navigate(path) }),
    );
    const help = registry.add({ keys: '?', does: words.thisList, run: () => setOpen(true) });
    let first = { key: '', at: 0 };
    const hear = (event: KeyboardEvent): void => {
      if (!registry.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const two = Date.now() - first.at < SECOND_KEY ? registry.find(`${first.key} ${event.key}`) : undefined;
      first = { key: event.key, at: Date.now() };
      const found = two ?? registry.find(event.key);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', hear);
    return () => {
      document.removeEventListener('keydown', hear);
      for (const remove of [...leads, help]) remove();
    };
  }, [registry, navigate, places, words]);
  return (
    <Shortcuts value={registry}>
      {children}
      <Dialog
        title={words.keyboard}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <Button
            onPress={() => {
              registry.turn(!on);
              setOn(!on);
            }}
          >
            {on ? words.shortcutsOff : words.shortcutsOn}
          </Button>
        }
      >
        <dl className="shortcuts">
          {isOpen &&
            registry.list().map(({ keys, does }) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key} className="kbd">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
        </dl>
      </Dialog>
    </Shortcuts>
  );
};

/** A key, or two after each other (`g e`), for as long as the component is there. */
export const useShortcut = (keys: string, does: string, run: () => void): void => {
  const registry = useContext(Shortcuts);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => registry.add({ keys, does, run: () => latest.current() }), [registry, keys, does]);
};
