/** Stand-ins, from Unicode's private use area, for a star or question mark that a pattern means as itself. */
const STAR = '\uE02A';
const QUESTION = '\uE03F';

/** A text as part of a pattern that matches it and nothing else. */
export const literal = (text: string): string => text.replaceAll('*', STAR).replaceAll('?', QUESTION);

/** A pattern as the text that it is where wildcards have no meaning. */
export const plain = (pattern: string): string => pattern.replaceAll(STAR, '*').replaceAll(QUESTION, '?');

/**
 * True where `pattern`, in which `*` stands for any run of characters and `?` for one, covers the whole of `text`.
 * Takes time proportional to the product of the lengths, whatever the pattern.
 */
export const matchesWildcard = (pattern: string, text: string): boolean => {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      resume = at;
    } else if (pattern[inPattern] === '?' || same(pattern[inPattern], text[at])) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
};

const same = (wanted: string | undefined, actual: string | undefined): boolean =>
  wanted === actual || (wanted === STAR && actual === '*') || (wanted === QUESTION && actual === '?');

/** As `matchesWildcard`, whatever the case: the rule for actions. */
export const matchesAction = (pattern: string, action: string): boolean =>
  matchesWildcard(pattern.toLowerCase(), action.toLowerCase());

/** As `matchesWildcard`, segment by segment: a `*` of an ARN pattern does not reach over the first five colons. */
export const matchesArn = (pattern: string, arn: string): boolean => {
  const patterns = segments(pattern);
  const parts = segments(arn);
  return patterns.length === parts.length && patterns.every((each, index) => matchesWildcard(each, parts[index] ?? ''));
};

const segments = (arn: string): string[] => {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
};
