import { ShortcutsProvider } from '@marquee/ui/app/shortcuts.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useLocation } from 'wouter';
import { Gate } from './app/gate.tsx';
import { PLACES } from './app/places.ts';
import { createQueryClient } from './app/query-client.ts';
import { Screens } from './app/screens.tsx';
import { TopBar } from './app/top-bar.tsx';

const App = () => {
  const [at] = useLocation();
  return (
    <ShortcutsProvider places={PLACES}>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <TopBar />
      <main id="main" tabIndex={-1}>
        <Screens at={at} />
      </main>
    </ShortcutsProvider>
  );
};

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <Gate>
        <App />
      </Gate>
    </QueryClientProvider>
  </StrictMode>,
);
