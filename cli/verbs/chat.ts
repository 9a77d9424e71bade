import { createInterface } from 'node:readline/promises';
import { ApiError } from '../api.ts';
import { openConversation } from '../chat/conversation.ts';
import { keep, keptConversation } from '../chat/kept.ts';
import { shownAnswer, shownMessage } from '../chat/shown.ts';
import { connect } from '../connection.ts';
import type { Verb } from '../verb.ts';

export const chat: Verb = {
  usage: 'chat [--conversation ID] [--locale es]',
  summary: 'talk with the chatbot, a line a question; an empty line or Ctrl-D ends it',
  options: { conversation: { type: 'string' }, locale: { type: 'string' } },
  async run({ values, out }) {
    const { outputs } = await connect(values);
    const siteUrl = outputs.SiteUrl ?? '';
    const known = values.conversation === undefined ? undefined : keptConversation(values, values.conversation);
    const conversation = await openConversation(siteUrl, values.locale ?? 'en', known);
    const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
    out(`Answers come from ${siteUrl} only. --conversation ${conversation.kept.conversationId}`);
    let over = false;
    terminal.once('close', () => {
      over = true;
    });
    // What is piped in has ended before its lines are answered.
    const prompt = (): void => {
      if (!over) terminal.prompt();
    };
    prompt();
    for await (const line of terminal) {
      if (line.trim() === '') break;
      try {
        const answer = await conversation.ask(line, (message) => {
          const note = shownMessage(message);
          if (note) out(note);
        });
        out(`${shownAnswer(answer, siteUrl)}\n`);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        out(`${error.message}\n`);
      }
      keep(values, conversation.kept);
      prompt();
    }
    terminal.close();
    return true;
  },
};
