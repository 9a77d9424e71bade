import { Button } from '@marquee/ui/button.tsx';
import { useState } from 'react';
import type { Gap } from '../api/chat.ts';
import { useChat } from '../api/use-chat.ts';
import { useQuestionWords } from './words.ts';

/** Makes a draft FAQ of a group: its question put well, and an answer to begin with. */
export const AnswerForm = ({ gap, done }: { gap: Gap; done: () => void }) => {
  const words = useQuestionWords();
  const chat = useChat();
  const [question, setQuestion] = useState(gap.question);
  const [answer, setAnswer] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { locale } = gap;
  const draft = async (): Promise<void> => {
    setBusy(true);
    try {
      const text = answer.trim();
      await chat.draft(gap.gapId, {
        question: { [locale]: question.trim() },
        ...(text === '' ? {} : { answer: { [locale]: text } }),
      });
      done();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        void draft();
      }}
    >
      <h3>{words.draftTitle}</h3>
      <div className="field">
        <label className="label" htmlFor="gap-question">
          {words.question}
        </label>
        <input
          id="gap-question"
          className="input"
          lang={locale}
          maxLength={300}
          required
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="gap-answer">
          {words.answer}
        </label>
        <textarea
          id="gap-answer"
          className="input"
          rows={4}
          lang={locale}
          maxLength={20_000}
          value={answer}
          aria-describedby="gap-answer-why"
          onChange={({ target }) => setAnswer(target.value)}
        />
        <p id="gap-answer-why" className={problem ? 'error' : 'hint'}>
          {problem || words.answerHint}
        </p>
      </div>
      <div className="row">
        <Button kind="primary" type="submit" icon="draft" isDisabled={isBusy || question.trim() === ''}>
          {words.draft}
        </Button>
      </div>
    </form>
  );
};
