import { openConversation } from '../chat/conversation.ts';
import { keep, keptConversation } from '../chat/kept.ts';
import { shownAnswer, shownMessage } from '../chat/shown.ts';
import { connect } from '../connection.ts';
import { json } from '../print.ts';
import { UsageError } from '../usage.ts';
import type { Verb } from '../verb.ts';

export const ask: Verb = {
  usage: 'ask "QUESTION" [--conversation ID] [--locale es]',
  summary: 'ask the chatbot as a fan does; the conversation’s id leads to follow-up questions',
  options: { conversation: { type: 'string' }, locale: { type: 'string' } },
  async run({ values, positionals, out }) {
    const question = positionals.join(' ').trim();
    if (question === '') throw new UsageError(`Usage: npm run marquee -- ${ask.usage}`);
    const { outputs } = await connect(values);
    const siteUrl = outputs.SiteUrl ?? '';
    const known = values.conversation === undefined ? undefined : keptConversation(values, values.conversation);
    const conversation = await openConversation(siteUrl, values.locale ?? 'en', known);
    const notes: string[] = [];
    const answer = await conversation.ask(question, (message) => {
      const note = shownMessage(message);
      if (note) notes.push(note);
    });
    keep(values, conversation.kept);
    const { conversationId } = conversation.kept;
    out(
      values.json
        ? json({ conversationId, ...answer })
        : [shownAnswer(answer, siteUrl), ...notes, '', `--conversation ${conversationId}`].join('\n'),
    );
    return answer.outcome !== 'failed';
  },
};
