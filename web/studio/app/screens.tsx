import { Guard, later } from '@marquee/ui/app/guard.tsx';
import { Empty } from '@marquee/ui/notice.tsx';
import { Link, Redirect, Route, Switch } from 'wouter';
import { useWords } from '../words/use-words.ts';

const LibraryScreen = later(async () => (await import('../library/library-screen.tsx')).LibraryScreen);
const QuestionsScreen = later(async () => (await import('../questions/questions-screen.tsx')).QuestionsScreen);
const ReleasesScreen = later(async () => (await import('../releases/releases-screen.tsx')).ReleasesScreen);
const ReleaseScreen = later(async () => (await import('../releases/release-screen.tsx')).ReleaseScreen);
const RehearsalScreen = later(async () => (await import('../releases/rehearsal/rehearsal-screen.tsx')).RehearsalScreen);
const ChatScreen = later(async () => (await import('../chat/chat-screen.tsx')).ChatScreen);
const PagesScreen = later(async () => (await import('../pages/pages-screen.tsx')).PagesScreen);
const EditorScreen = later(async () => (await import('../pages/editor/editor-screen.tsx')).EditorScreen);
const TrashScreen = later(async () => (await import('../trash/trash-screen.tsx')).TrashScreen);
const SettingsScreen = later(async () => (await import('../settings/settings-screen.tsx')).SettingsScreen);

const NoScreen = ({ at }: { at: string }) => {
  const words = useWords();
  return (
    <Empty title={words.noScreen} action={<Link href="/library">{words.goToLibrary}</Link>}>
      {words.noScreenWhy(at)}
    </Empty>
  );
};

/** The screen of an address. */
export const Screens = ({ at }: { at: string }) => (
  <Guard at={at}>
    <Switch location={at}>
      <Route path="/">
        <Redirect to="/library" replace />
      </Route>
      <Route path="/library">
        <LibraryScreen />
      </Route>
      <Route path="/questions">
        <QuestionsScreen />
      </Route>
      <Route path="/releases">
        <ReleasesScreen />
      </Route>
      <Route path="/releases/:releaseId">
        {({ releaseId }) => <ReleaseScreen key={releaseId} releaseId={releaseId} />}
      </Route>
      <Route path="/releases/:releaseId/rehearsal">
        {({ releaseId }) => <RehearsalScreen key={releaseId} releaseId={releaseId} />}
      </Route>
      <Route path="/chat">
        <ChatScreen />
      </Route>
      <Route path="/pages">
        <PagesScreen />
      </Route>
      <Route path="/pages/:itemId">{({ itemId }) => <EditorScreen key={itemId} itemId={itemId} />}</Route>
      <Route path="/trash">
        <TrashScreen />
      </Route>
      <Route path="/settings">
        <SettingsScreen />
      </Route>
      <Route>
        <NoScreen at={at} />
      </Route>
    </Switch>
  </Guard>
);
