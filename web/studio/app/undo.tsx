import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';

type Offer = { said: string; undo: () => Promise<void> };

const Current = createContext<(offer: Offer) => void>(() => {});

/** How long an action can be taken back by one press, in milliseconds. Slower hands go by the trash or by the history. */
const STAYS = 20_000;

const Bar = ({ offer, done }: { offer: Offer; done: () => void }) => {
  const words = useWords();
  const [failed, setFailed] = useState('');
  const undo = (): void =>
    void offer.undo().then(done, (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)));
  useShortcut('z', words.undo, undo);
  useEffect(() => {
    const timer = setTimeout(done, STAYS);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <>
      <span>{failed || offer.said}</span>
      <Button small icon="rerun" onPress={undo}>
        {words.undo} <span className="kbd">z</span>
      </Button>
      <Button kind="quiet" small icon="close" aria-label={words.dismiss} onPress={done} />
    </>
  );
};

/** Says of the last action that it was done, and takes it back. */
export const UndoProvider = ({ children }: { children: ReactNode }) => {
  const [offer, setOffer] = useState<Offer>();
  const done = useCallback(() => setOffer(undefined), []);
  return (
    <Current value={setOffer}>
      {children}
      <div className={offer ? 'undo' : 'undo vh'} role="status">
        {offer && <Bar key={offer.said} offer={offer} done={done} />}
      </div>
    </Current>
  );
};

/** Offers to take back what was just done. */
export const useUndo = (): ((offer: Offer) => void) => useContext(Current);
