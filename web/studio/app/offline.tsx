import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.ts';

const subscribe = (tell: () => void): (() => void) => {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
};

/** Whether the browser has a network. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Says that the network is away for as long as it is, and what becomes of the work. */
export const Offline = () => {
  const words = useWords();
  const online = useOnline();
  return (
    <div role="status" className={online ? 'vh' : 'offline'}>
      {!online && (
        <>
          <Icon name="waiting" />
          <b>{words.offline}</b> {words.offlineWhy}
        </>
      )}
    </div>
  );
};
