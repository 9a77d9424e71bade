/** How much each thing counts when entries are compared with a question. Found by trying them against questions with known answers. */
export const WEIGHTS = {
  /** A topic that question and entry share, beside single words. */
  topic: 1.06,
  /** That an entry is not about what is asked, where its words may still tell it. */
  missed: 0.3,
  /** How far an entry that only speaks of it makes up for that. */
  told: 0.9,
  /** A word that the shared topic says already. */
  explained: 0.83,
  /** A concept that a passage's text has; single words tell less surely what it is about. */
  aboutInText: 0.76,
  /** What another passage of the same page says. */
  nearby: 0.32,
  /** What the sentence before or after says. */
  neighbour: 0.98,
  /** What the closest sentence says, beside the whole entry. */
  sentence: 0.81,
  /** What does not have what the question wants to hear. */
  unfit: 0.35,
  /** An entry that does not name whom the question names. */
  missesFigure: 0.27,
  /** What an answer that was written for its question leaves unsaid counts more than what it says. */
  unsaid: 1.5,
  /** What only has the name of whom the question asks something about. */
  nameOnly: 0.5,
  /** In the order: the better field, what is asked alike, the topics that are alike, what an editor wrote. */
  field: 4.18,
  asked: 0.33,
  alike: 0.26,
  curated: 0.16,
  /** The page of whom the question is about. */
  favour: 0.5,
  /** Fields in the order, against what is asked. */
  heading: 0.98,
  title: 0.98,
  text: 0.6,
  /** The least weight of a word that is known, before its rarity counts. */
  floor: 0.11,
  /** A common word that is known, and one that is not. */
  soft: 0.09,
  softRare: 0.6,
  beside: 0.04,
  name: 0.81,
  /** The first, the second. */
  ordinal: 0.33,
  year: 0.84,
  /** What nearly every question says. */
  generic: 0.34,
  /** A common word that nothing knows, where somebody is asked about. */
  besideName: 0.5,
  /** What is told around a question whose topic is plain. */
  scenery: 0.26,
  /** A word that nothing knows. */
  unknown: 1.28,
};
