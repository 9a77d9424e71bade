/** Characters of a label at most, so that no edge needs more room than a node. */
const LABEL = 34;

/** Cuts text to the length of a label, at the end of a word where there is one. */
export const short = (text: string, length = LABEL): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  if (letters.length <= length) return line;
  const cut = letters.slice(0, length - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
};

/** What a reference is about: its last name, without DynamoDB's letter for the type. */
export const subjectOf = (reference: string): string => {
  const names = reference
    .replaceAll(/\[[^\]]*\]/g, '')
    .split('.')
    .map((name) => name.replaceAll(/[$`]/g, ''))
    .filter((name) => name !== '');
  const last = names.at(-1);
  if (last !== undefined && names.length > 1 && /^(S|N|BOOL|M|L|SS|NS)$/.test(last)) names.pop();
  return names.at(-1) ?? 'the input';
};
