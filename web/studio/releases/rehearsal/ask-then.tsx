import { Button } from '@marquee/ui/button.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../api/chat.ts';
import { useChat } from '../../api/use-chat.ts';
import { useSiteLanguages } from '../../api/use-site-languages.ts';
import { useReleaseWords } from '../words.ts';

type Props = {
  rehearsal: { releaseId: string; rehearsalId: string; momentId: string };
  /** The moment in words. */
  when: string;
};

type Exchange = { question: string; answer: Answer; when: string };

/** Asks the chatbot as of a moment of a rehearsal; what was said at other moments stays, each with its own. */
export const AskThen = ({ rehearsal, when }: Props) => {
  const words = useReleaseWords();
  const chat = useChat();
  const languages = useSiteLanguages();
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<readonly Exchange[]>([]);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const locale = chosen ?? languages[0]?.locale ?? 'en';
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const question = text.trim();
    if (question === '') return;
    setBusy(true);
    setProblem('');
    try {
      const { answer } = await chat.try({ text: question, locale, rehearsal });
      setSaid((before) => [...before, { question, answer, when }]);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="panel ask-then" aria-label={words.askThen}>
      <div className="panel-head">
        <h2>{words.askThen}</h2>
      </div>
      <p className="small muted">{words.askWhy(when)}</p>
      {languages.length > 1 && (
        <Segments
          label={words.language}
          name="ask-language"
          options={languages.map(({ locale: value, label }) => ({ value, label }))}
          value={locale}
          onChange={setChosen}
        />
      )}
      <div role="log" aria-label={words.askThen}>
        <ol className="talk" lang={locale}>
          {said.map(({ question, answer, when: at }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it is
            <li key={index} className="both">
              <span className="small muted talk-when">{at}</span>
              <p className="fan">{question}</p>
              <p className="chatbot">{answer.text}</p>
            </li>
          ))}
        </ol>
      </div>
      <form className="ask-form" onSubmit={(event) => void ask(event)}>
        <input
          className="input"
          aria-label={words.question}
          placeholder={words.question}
          maxLength={500}
          lang={locale}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" icon="send" isDisabled={isBusy || text.trim() === ''}>
          {words.ask}
        </Button>
      </form>
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
};
