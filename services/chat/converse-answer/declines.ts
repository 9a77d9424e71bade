import { fold } from '../answering/language/fold.ts';
import { NOT_SAID } from './prompt.ts';

const PHRASES = [
  String.raw`\bi(?: am|'m) (?:sorry|afraid|unable|not able|not sure)\b`,
  String.raw`\bi (?:do not|don't|cannot|can not|can't|could not|couldn't|won't) (?:\w+ ){0,2}(?:know|say|tell|find|answer|help|provide|share|discuss|see)\b`,
  String.raw`\b(?:is|are|was|were) (?:not|n't) (?:known|stated|mentioned|specified)\b`,
  String.raw`\b(?:isn't|aren't|wasn't|weren't) (?:known|stated|mentioned|specified)\b`,
  String.raw`\b(?:there is|there's|have) no (?:information|mention|answer)\b`,
  String.raw`\b(?:sources?|site|page|text) (?:do|does|did)(?: not|n't) (?:\w+ )?(?:say|state|mention|tell|answer|contain|specify)\b`,
  String.raw`\blo siento\b|\blo lamento\b`,
  String.raw`\bno (?:lo )?(?:se sabe|se dice|se menciona|se indica|se especifica|consta|hay informacion|tengo informacion|dispongo)\b`,
  String.raw`\bno (?:te |le |os |lo )?(?:puedo|podria|se puede) (?:\w+ )?(?:decir\w*|responder\w*|contestar\w*|ayudar\w*|saber\w*|compartir\w*)\b`,
  String.raw`^no (?:lo )?se(?:\W*$| (?:si|que|quien|cual|cuando|donde|como)\b)|\bdesconozco\b`,
  String.raw`\b(?:fuentes?|sitio|pagina|texto)s? no (?:lo )?(?:dicen?|mencionan?|indican?|aclaran?|especifican?|contienen?)\b`,
];
const DECLINES = new RegExp(`^\\W*${NOT_SAID.toLowerCase()}\\b|${PHRASES.join('|')}`);

/** Whether a model says that it does not know, or that it will not say, in English or Spanish or by the word that it was given. */
export const declines = (sentence: string): boolean => DECLINES.test(fold(sentence).trim());
