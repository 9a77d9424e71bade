/** How much each thing counts when entries are compared with a question. Found by trying them against questions with known answers. */
export const WEIGHTS = {
  /** A topic that question and entry share, beside single words. */
  topic: 1.17,
  /** That an entry is not about what is asked, where its words may still tell it. */
  missed: 0.31,
  /** How far an entry that only speaks of it makes up for that. */
  told: 0.84,
  /** A word that the shared topic says already. */
  explained: 0.78,
  /** A concept that a passage's text has; single words tell less surely what it is about. */
  aboutInText: 0.62,
  /** What another passage of the same page says. */
  nearby: 0.34,
  /** What the sentence before or after says. */
  neighbour: 0.98,
  /** What the closest sentence says, beside the whole entry. */
  sentence: 0.45,
  /** What does not have what the question wants to hear. */
  unfit: 0.4,
  /** An entry that does not name whom the question names. */
  missesFigure: 0.19,
  /** What an answer that was written for its question leaves unsaid counts more than what it says. */
  unsaid: 0.96,
  /** A topic that is not the first one of what an editor asks. */
  second: 1,
  /** What only has the name of whom the question asks something about. */
  nameOnly: 0.35,
  /** In the order, beside the better field: what is asked alike, the topics that are alike, what an editor wrote. */
  base: 0.068,
  asked: 0.035,
  alike: 0.015,
  curated: 0.02,
  /** The page of whom the question is about. */
  favour: 0.5,
  /** Fields in the order, against what is asked. */
  heading: 0.98,
  title: 0.81,
  text: 0.64,
  /** The least weight of a word that is known, before its rarity counts. */
  floor: 0.09,
  /** A common word that is known, and one that is not. */
  soft: 0.09,
  softRare: 0.33,
  beside: 0.02,
  name: 0.86,
  /** The first, the second. */
  ordinal: 0.47,
  year: 0.96,
  /** What nearly every question says. */
  generic: 0.29,
  /** A common word that nothing knows, where somebody is asked about. */
  besideName: 0.41,
  /** What is told around a question whose topic is plain. */
  scenery: 0.35,
  /** A word that nothing knows. */
  unknown: 1.21,
};
