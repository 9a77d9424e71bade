import { useAddress } from '@marquee/ui/app/use-address.ts';
import { Segments } from '@marquee/ui/segments.tsx';
import { TICKET_STATES } from '../api/chat.ts';
import { Needs } from '../app/needs.tsx';
import { useTitle } from '../app/title.ts';
import { Tickets } from './tickets.tsx';
import { TryIt } from './try-it.tsx';
import { useChatWords } from './words.ts';

const VIEWS = [...TICKET_STATES, 'try'] as const;

/** Fans who wait for a person, and the chatbot as they see it. */
export const ChatScreen = () => (
  <Needs action="answerFans" place="chat">
    <Conversations />
  </Needs>
);

const Conversations = () => {
  const words = useChatWords();
  const [params, set] = useAddress();
  const view = VIEWS.find((known) => known === params.get('view')) ?? 'waiting';
  useTitle(words.title);
  return (
    <div className="page">
      <div className="h">
        <h1>{words.title}</h1>
      </div>
      <div className="filters" data-scroll>
        <Segments
          label={words.tabs}
          name="chat"
          options={VIEWS.map((value) => ({ value, label: words[value] }))}
          value={view}
          onChange={(chosen) => set({ view: chosen === 'waiting' ? undefined : chosen, ticket: undefined })}
        />
      </div>
      {view === 'try' ? (
        <TryIt />
      ) : (
        <Tickets
          key={view}
          state={view}
          current={params.get('ticket') ?? undefined}
          open={(ticket) => set({ ticket })}
        />
      )}
    </div>
  );
};
