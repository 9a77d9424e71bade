import { type Token, tokensOf } from './tokens.ts';

/**
 * What `cloudfront-js-2.0` does not understand of the JavaScript that V8 takes, in the words of CloudFront: it takes such
 * code at deployment and fails every request of it. Undefined where nothing of the kind is found.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export const unsupportedSyntax = (code: string): string | undefined => {
  const tokens = tokensOf(code);
  const found = tokens?.find((token, index) => isUnsupported(tokens, token, index));
  return found && `SyntaxError: Token "${found.text}" not supported in this version in ${found.line}`;
};

const isUnsupported = (tokens: readonly Token[], token: Token, index: number): boolean => {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  // A name behind a dot or before a colon is no keyword.
  const isName = before?.text === '.' || next?.text === ':';
  switch (token.text) {
    case '?.':
    case '??':
    case '??=':
      return true;
    case 'class':
      return !isName;
    case 'of':
      return !isName && isLoop(tokens, index);
    case '*':
      return before?.text === 'function';
    case 'async':
      // Only functions of the outermost level may be asynchronous.
      return !isName && token.depth > 0 && isAsync(tokens, index);
    case '...':
      return !isRest(tokens, index);
    case '{':
      return before?.text === 'catch' || isPattern(tokens, index);
    case '[':
      return isPattern(tokens, index);
    default:
      return false;
  }
};

/** Whether this is the `of` in `for (const item of …`. */
const isLoop = (tokens: readonly Token[], index: number): boolean => {
  const start = [index - 2, index - 3].find((each) => tokens[each]?.text === '(');
  return start !== undefined && /^(for|await)$/.test(tokens[start - 1]?.text ?? '');
};

const isAsync = (tokens: readonly Token[], index: number): boolean => {
  const next = tokens[index + 1];
  if (next?.text === 'function') return true;
  const end = next?.text === '(' ? next.partner : index + 1;
  return end !== undefined && tokens[end + 1]?.text === '=>';
};

/** Whether a bracket begins a pattern that takes a value apart: in a declaration or in the parameters of a function. */
const isPattern = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[index - 1];
  if (before?.kind === 'word' && /^(const|let|var)$/.test(before.text)) return tokens[index - 2]?.text !== '.';
  return (before?.text === '(' || before?.text === ',') && isParameterOf(tokens, index);
};

/** Whether three dots begin the last parameter of a function, the only place where they may stand. */
const isRest = (tokens: readonly Token[], index: number): boolean => isParameterOf(tokens, index);

/** Whether a token stands directly in the parameters of a function. */
const isParameterOf = (tokens: readonly Token[], index: number): boolean => {
  const depth = tokens[index]?.depth ?? 0;
  const open = tokens.findLastIndex((each, at) => at < index && each.depth === depth - 1 && each.partner !== undefined);
  const bracket = tokens[open];
  if (bracket?.text !== '(' || (bracket.partner ?? 0) < index) return false;
  if (tokens[(bracket.partner ?? 0) + 1]?.text === '=>') return true;
  const [first, second] = [tokens[open - 1], tokens[open - 2]];
  return first?.text === 'function' || (first?.kind === 'word' && second?.text === 'function');
};
