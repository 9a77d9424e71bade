import type { Data } from '../../../api/content.ts';

/** Work that the API has not yet: what is written, and the version that it began from. */
export type Work = { version: number; base: Data; data: Data; at: string };

const PREFIX = 'marquee-unsaved';

type Deps = {
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Whose work it is. */
  person: string;
  /** This tab. */
  tab: string;
};

const isWork = (value: unknown): value is Work => {
  const { version, base, data, at } = (value ?? {}) as Partial<Work>;
  return typeof version === 'number' && typeof at === 'string' && [base, data].every((each) => each instanceof Object);
};

/** Keeps work in this browser until the API has it: of each item, person and tab for itself. */
export const createKept = ({ store, person, tab }: Deps) => {
  const of = (itemId: string): string => `${PREFIX}/${itemId}/${person}/`;
  const read = (key: string): Work | undefined => {
    try {
      const value: unknown = JSON.parse(store.getItem(key) ?? 'null');
      return isWork(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
  const keys = (): string[] => Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  return {
    keyOf: (itemId: string): string => of(itemId) + tab,
    /** Whether the browser took it: its store may be full or shut. */
    keep(itemId: string, work: Work): boolean {
      try {
        store.setItem(of(itemId) + tab, JSON.stringify(work));
        return true;
      } catch {
        return false;
      }
    },
    forget: (itemId: string): void => store.removeItem(of(itemId) + tab),
    /** What this tab left, else what another one left that is open no more, the latest; it is this tab's from now on. */
    adopt(itemId: string, isOpen: (key: string) => boolean): Work | undefined {
      const own = read(of(itemId) + tab);
      if (own) return own;
      const left = keys()
        .filter((key) => key.startsWith(of(itemId)) && !isOpen(key))
        .flatMap((key) => {
          const work = read(key);
          return work ? [{ key, work }] : [];
        })
        .sort((one, other) => other.work.at.localeCompare(one.work.at))[0];
      if (!left) return undefined;
      this.keep(itemId, left.work);
      store.removeItem(left.key);
      return left.work;
    },
    /** Items with work of this person that the API has not. */
    items: (): string[] => [
      ...new Set(
        keys().flatMap((key) => {
          const [prefix, itemId = '', whose] = key.split('/');
          return prefix === PREFIX && whose === person ? [itemId] : [];
        }),
      ),
    ],
  };
};

export type Kept = ReturnType<typeof createKept>;
