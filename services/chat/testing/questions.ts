import { feedbackGivenExample } from '@marquee/events/schemas/feedback-given.ts';
import { turnAnsweredExample } from '@marquee/events/schemas/turn-answered.ts';
import type { Gap } from '../model/gap.ts';
import { startConversation } from './conversation.ts';
import type { ChatWorld } from './world.ts';

/** The event that says that a turn was answered, or was not. */
export const turnAnswered = (conversationId: string, turn: number, outcome = 'unknown') => ({
  detail: { ...turnAnsweredExample, data: { ...turnAnsweredExample.data, conversationId, turn, outcome } },
});

/** The event that says that an answer was none. */
export const feedbackGiven = (conversationId: string, turn: number, verdict: 'yes' | 'no' = 'no') => ({
  detail: { ...feedbackGivenExample, data: { ...feedbackGivenExample.data, conversationId, turn, verdict } },
});

/** Has somebody ask without an answer, each in a conversation of its own; answers that. */
export const askInVain = async (world: ChatWorld, text: string, locale = 'en') => {
  const talk = await startConversation(world, { locale });
  const turn = await talk.askAndAnswer(text, { outcome: 'unknown' });
  await world.steps.noteGap(turnAnswered(talk.id, turn));
  return talk;
};

/** The groups that there are. */
export const groupsOf = (world: ChatWorld): Gap[] => [...world.table.gaps.values()];

/** The only group that there is. */
export const groupOf = (world: ChatWorld): Gap => {
  const [group, ...others] = groupsOf(world);
  if (!group || others.length > 0) throw new Error(`There are ${others.length + (group ? 1 : 0)} groups.`);
  return group;
};
