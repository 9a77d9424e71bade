/** How much each thing counts when entries are compared with a question. Found by trying them against questions with known answers. */
export const WEIGHTS = {
  /** A topic that question and entry share, beside single words. */
  topic: 0.95,
  /** That an entry is not about what is asked, where its words may still tell it. */
  missed: 0.19,
  /** How far an entry that only speaks of it makes up for that. */
  told: 0.94,
  /** A word that the shared topic says already. */
  explained: 0.68,
  /** A concept that a passage's text has; single words tell less surely what it is about. */
  aboutInText: 0.53,
  /** What another passage of the same page says. */
  nearby: 0.53,
  /** What the sentence before or after says. */
  neighbour: 0.98,
  /** What the closest sentence says, beside the whole entry. */
  sentence: 0.41,
  /** What does not have what the question wants to hear. */
  unfit: 0.36,
  /** An entry that does not name whom the question names. */
  missesFigure: 0.12,
  /** What an answer that was written for its question leaves unsaid counts more than what it says. */
  unsaid: 0.9,
  /** A topic that is not the first one of what an editor asks. */
  second: 0.85,
  /** What only has the name of whom the question asks something about. */
  nameOnly: 0.3,
  /** In the order, beside the better field: what is asked alike, the topics that are alike, what an editor wrote. */
  base: 0.11,
  asked: 0.04,
  alike: 0.02,
  curated: 0.03,
  /** The page of whom the question is about. */
  favour: 0.88,
  /** Fields in the order, against what is asked. */
  heading: 0.98,
  title: 0.98,
  text: 0.64,
  /** The least weight of a word that is known, before its rarity counts. */
  floor: 0.28,
  /** A common word that is known, and one that is not. */
  soft: 0.15,
  softRare: 0.39,
  beside: 0.02,
  name: 1.04,
  /** The first, the second. */
  ordinal: 0.39,
  year: 1.38,
  /** What nearly every question says. */
  generic: 0.29,
  /** A common word that nothing knows, where somebody is asked about. */
  besideName: 0.32,
  /** A common word that nothing knows, where it says of what kind it is that is asked for. */
  kept: 0.7,
  /** What is told around a question whose topic is plain. */
  scenery: 0.41,
  /** What is left of what an entry says by itself is this less where ways of asking it are listed, and what those add. */
  listed: 0.3,
  like: 0.6,
  /** From here on a question is one that is listed. */
  same: 0.72,
  sharedLike: 0.6,
  /** Of a listed way of asking, where the entry lacks what the question wants to hear, or whom it names. */
  unfitLike: 0.7,
  missesLike: 0.75,
  /** What is asked for by a kind, or by a name, that an entry does not have. */
  lacksKind: 0.7,
  lacksName: 0.65,
  /** A person's page where nobody is asked about, unless it is asked for like this. */
  nobodyAsked: 0.8,
  ofPerson: 0.6,
  /** How like a question is to one that no site tells: from here on, and beside the closest that is told. */
  strange: 0.5,
  stranger: 0.9,
  tells: 0.8,
  /** What says it so surely all the same, and what is left of anything else. */
  known: 0.9,
  notTold: 0.6,
  /** A word that nothing knows. */
  unknown: 1.05,
};
