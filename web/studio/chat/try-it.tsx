import { Button } from '@marquee/ui/button.tsx';
import { Segments } from '@marquee/ui/segments.tsx';
import { useState } from 'react';
import type { Answer } from '../api/chat.ts';
import { useChat } from '../api/use-chat.ts';
import { useSiteLanguages } from '../api/use-site-languages.ts';
import { useChatWords } from './words.ts';

type Exchange = { question: string; answer: Answer };

/** Asks the chatbot as a fan would; nothing of it is kept. */
export const TryIt = () => {
  const words = useChatWords();
  const chat = useChat();
  const languages = useSiteLanguages();
  const [chosen, setChosen] = useState<string>();
  const [territory, setTerritory] = useState('');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<readonly Exchange[]>([]);
  const [problem, setProblem] = useState('');
  const locale = chosen ?? languages[0]?.locale ?? 'en';
  const ask = async (): Promise<void> => {
    const question = text.trim();
    if (question === '') return;
    try {
      const where = territory.trim().toUpperCase();
      const { answer } = await chat.try({ text: question, locale, ...(where ? { territory: where } : {}) });
      setSaid((before) => [...before, { question, answer }]);
      setText('');
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="panel detail try" aria-label={words.try}>
      <p className="muted sm">{words.tryWhy}</p>
      <div className="row">
        <Segments
          label={words.language}
          name="try-language"
          options={languages.map(({ locale: value, label }) => ({ value, label }))}
          value={locale}
          onChange={setChosen}
        />
        <input
          className="input country"
          aria-label={words.territory}
          placeholder="GB"
          maxLength={2}
          value={territory}
          onChange={({ target }) => setTerritory(target.value)}
        />
      </div>
      <div className="talk" role="log" lang={locale}>
        <ol>
          {said.map(({ question, answer }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it is
            <li key={index} className="both">
              <p className="fan">{question}</p>
              <p className="chatbot">{answer.text}</p>
              <span className="small muted">
                {answer.sources.map(({ path, title }) => (
                  <a key={path} href={path} target="_blank" rel="noreferrer">
                    {title}
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <input
          className="input grow"
          aria-label={words.question}
          placeholder={words.question}
          maxLength={500}
          lang={locale}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button kind="primary" type="submit" icon="send">
          {words.ask}
        </Button>
      </form>
      {problem && <p className="error">{problem}</p>}
    </section>
  );
};
