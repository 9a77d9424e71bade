/** Every fixed reply, in English. Other languages have the same keys, checked by their type. */
export const en = {
  unknown: 'Nothing on this site answers that. A person can look into it.',
  outOfScope: 'That is not what this site is about. Ask when and where it opens, who is in it, or how it was made.',
  refused: 'This chat only answers questions from what this site says.',
  hello: 'Hello. Ask when and where it opens, who is in it, or anything else that this site may tell.',
  thanks: 'You are welcome.',
  bye: 'Goodbye. The answers stay on this site.',
  bot: 'This is an automatic chat. It answers only from what this site says, and shows where.',
  person: 'A person can answer you here. Press the button and your question goes to them.',
  personWaiting: 'A person has your question. The answer comes here.',
  personTimedOut: 'Nobody could answer in time. The question is kept; ask for a person again whenever you like.',
  clarify: 'Which of these do you mean?',
  sealed: (day: string) =>
    `That is sealed until ${day}. Until then this site says nothing about it. It can be answered for you then.`,
  sealedUndated: 'That is sealed, and its day is not announced yet. It can be answered for you when it opens.',
  failed: 'Something broke before there was an answer. Ask again, or ask a person.',
  askPerson: 'Ask a person',
  later: 'Tell me when it opens',
};

export type Words = typeof en;
