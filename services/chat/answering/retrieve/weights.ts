/** How much each thing counts when entries are compared with a question. Found by trying them against questions with known answers. */
export const WEIGHTS = {
  /** A topic that question and entry share, beside single words. */
  topic: 1.06,
  /** That an entry is not about what is asked, where its words may still tell it. */
  missed: 0.43,
  /** How far an entry that only speaks of it makes up for that. */
  told: 0.96,
  /** A word that the shared topic says already. */
  explained: 0.76,
  /** A concept that a passage's text has; single words tell less surely what it is about. */
  aboutInText: 0.89,
  /** What another passage of the same page says. */
  nearby: 0.42,
  /** What the sentence before or after says. */
  neighbour: 0.98,
  /** What the closest sentence says, beside the whole entry. */
  sentence: 0.76,
  /** What does not have what the question wants to hear. */
  unfit: 0.51,
  /** An entry that does not name whom the question names. */
  missesFigure: 0.33,
  /** In the order: the better field, what is asked alike, the topics that are alike, what an editor wrote. */
  field: 1.57,
  asked: 0.22,
  alike: 0.24,
  curated: 0.08,
  /** The page of whom the question is about. */
  favour: 0.83,
  /** Fields in the order, against what is asked. */
  heading: 0.98,
  title: 0.94,
  text: 0.59,
  /** The least weight of a word that is known, before its rarity counts. */
  floor: 0.1,
  /** A common word that is known, and one that is not. */
  soft: 0.22,
  beside: 0.06,
  name: 0.64,
  /** The first, the second. */
  ordinal: 0.35,
  year: 0.9,
  /** What nearly every question says. */
  generic: 0.4,
  /** A common word that nothing knows, where somebody is asked about. */
  besideName: 0.6,
  /** What is told around a question whose topic is plain. */
  scenery: 0.3,
  /** A word that nothing knows. */
  unknown: 1.48,
};
