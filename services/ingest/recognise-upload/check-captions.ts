export type WrongCaptions = { code: 'invalid-captions' | 'unsafe-captions'; message: string };

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d\.\d{3})`;
const TIMING = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}((?:[ \t]+\S+)*)[ \t]*$`);
const SETTING = /^(?:vertical|line|position|size|align|region):\S+$/;

/** What may stand between angle brackets in a cue. https://www.w3.org/TR/webvtt1/#cue-text */
const TAG = /^<(?:\/?(?:c|i|b|u|ruby|rt|v|lang)(?:\.[^\s<>.&]+)*(?:[ \t][^<>]*)?|(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})>/;

/** Everything by which a style sheet loads what is elsewhere, escapes that would hide it included. */
const LOADS = /url\s*\(|@import|image-set|\\/i;

/**
 * Why captions are not taken: every line must be WebVTT's own, since players skip over what they do not know and nobody would
 * notice. @see https://www.w3.org/TR/webvtt1/#syntax
 */
export const checkCaptions = (bytes: Uint8Array): WrongCaptions | undefined => {
  const text = decoded(bytes);
  if (text === undefined) return { code: 'invalid-captions', message: 'The captions are not encoded as UTF-8.' };
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) return wrong(1, 'expected WEBVTT and nothing else');
  let cues = 0;
  for (let first = 0; first < lines.length; ) {
    let end = first;
    while (end < lines.length && lines[end] !== '') end += 1;
    const block = lines.slice(first, end);
    if (block.length > 0 && first > 0 && isCue(block)) cues += 1;
    const problem = first === 0 ? inHeader(block) : inBlock(block, first + 1, cues);
    if (problem) return problem;
    first = end + 1;
  }
  return cues === 0 ? { code: 'invalid-captions', message: 'The captions have no cue.' } : undefined;
};

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

const wrong = (line: number, expected: string): WrongCaptions => ({
  code: 'invalid-captions',
  message: `Line ${line} of the captions is not WebVTT: ${expected}.`,
});

const unsafe = (line: number, what: string): WrongCaptions => ({
  code: 'unsafe-captions',
  message: `Line ${line} of the captions ${what}.`,
});

const isCue = (block: readonly string[]): boolean => block.slice(0, 2).some((line) => line.includes('-->'));

/** Some programs write `Kind: captions` and the like below the first line. */
const inHeader = (block: readonly string[]): WrongCaptions | undefined => {
  const at = block.findIndex((line) => line.includes('-->'));
  return at < 0 ? undefined : wrong(at + 1, 'expected an empty line between WEBVTT and the first cue');
};

const inBlock = (block: readonly string[], line: number, cues: number): WrongCaptions | undefined => {
  const [first = ''] = block;
  if (isCue(block)) return inCue(block, line);
  if (block.length === 0 || /^NOTE(?:[ \t]|$)/.test(first)) return undefined;
  if (!/^(?:STYLE|REGION)[ \t]*$/.test(first)) return wrong(line, 'expected a cue, a NOTE, a STYLE or a REGION');
  if (cues > 0) return wrong(line, `${first.trim()} has to stand before the first cue`);
  const at = block.findIndex((each) => LOADS.test(each) || each.includes('<'));
  return at < 0 ? undefined : unsafe(line + at, 'has a style that could load something from elsewhere');
};

const inCue = (block: readonly string[], line: number): WrongCaptions | undefined => {
  const named = block[0]?.includes('-->') ? 0 : 1;
  const timing = TIMING.exec(block[named] ?? '');
  if (!timing) return wrong(line + named, 'expected times such as 00:01.000 --> 00:04.000');
  const [start, end] = [secondsOf(timing.slice(1, 4)), secondsOf(timing.slice(4, 7))];
  if (end <= start) return wrong(line + named, 'the cue ends before it begins');
  const unknown = (timing[7] ?? '').split(/[ \t]+/).find((setting) => setting !== '' && !SETTING.test(setting));
  if (unknown) return wrong(line + named, `there is no setting ${unknown.slice(0, 40)}`);
  for (const [index, text] of block.entries()) {
    if (index <= named) continue;
    if (text.includes('-->')) return wrong(line + index, 'expected an empty line between two cues');
    const tag = strangeTag(text);
    if (tag !== undefined) return unsafe(line + index, `has ${tag}, which is no tag of WebVTT`);
  }
  return undefined;
};

const secondsOf = ([hours = '0', minutes = '0', seconds = '0']: readonly (string | undefined)[]): number =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);

const strangeTag = (text: string): string | undefined => {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (!TAG.test(text.slice(at))) return text.slice(at, at + 40).replace(/(?<=>).*$/, '');
  }
  return undefined;
};
