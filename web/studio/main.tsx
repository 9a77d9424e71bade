import { ShortcutsProvider } from '@marquee/ui/app/shortcuts.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useDeferredValue, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { Router, useLocation } from 'wouter';
import { Gate } from './app/gate.tsx';
import { Offline } from './app/offline.tsx';
import { mayOf } from './app/person.ts';
import { PLACES } from './app/places.ts';
import { createQueryClient } from './app/query-client.ts';
import { Rail } from './app/rail.tsx';
import { Screens } from './app/screens.tsx';
import { useSession } from './app/session.tsx';
import { HOME, readSettings } from './app/settings.ts';
import { UndoProvider } from './app/undo.tsx';
import { UploadsProvider } from './library/uploads/uploads-context.tsx';
import { ChosenLanguage } from './words/choose-language.tsx';
import { useWords } from './words/use-words.ts';

/** Screens that need the width have a rail of icons. */
const NARROW = /^\/(pages\/.+|releases\/[^/]+\/rehearsal)/;

const App = () => {
  const [location] = useLocation();
  // A screen is drawn behind what is pressed: the place in the rail answers at once, however much the screen shows.
  const at = useDeferredValue(location);
  const words = useWords();
  const { person } = useSession();
  const places = useMemo(
    () =>
      PLACES.filter(({ needs }) => needs === undefined || mayOf(person.roles, needs)).map(({ id, path, shortcut }) => ({
        ...{ path, key: shortcut, label: words.places[id] },
      })),
    [words, person],
  );
  return (
    <ShortcutsProvider places={places}>
      <UndoProvider>
        <UploadsProvider>
          <div className={NARROW.test(at) ? 'app narrow' : 'app'}>
            <a className="skip" href="#main">
              {words.skip}
            </a>
            <Rail />
            <main id="main" tabIndex={-1}>
              <Offline />
              <Screens at={at} />
            </main>
          </div>
        </UploadsProvider>
      </UndoProvider>
    </ShortcutsProvider>
  );
};

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <ChosenLanguage>
      <QueryClientProvider client={createQueryClient()}>
        <Router base={HOME}>
          <Gate settings={readSettings()}>
            <App />
          </Gate>
        </Router>
      </QueryClientProvider>
    </ChosenLanguage>
  </StrictMode>,
);
