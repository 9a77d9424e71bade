import { EN_CONCEPTS } from './en-concepts.ts';
import { EN_EVERYDAY } from './en-everyday.ts';
import { EN_STRANGERS } from './en-strangers.ts';
import { EN_ALIASES, EN_IRREGULAR, EN_NUMBERS, EN_ORDINARY, EN_STOP } from './en-words.ts';
import type { LanguageData } from './language.ts';
import { stemEnglish } from './stem-english.ts';

export const EN: LanguageData = {
  locale: 'en',
  stop: EN_STOP,
  ordinary: EN_ORDINARY,
  aliases: EN_ALIASES,
  irregular: EN_IRREGULAR,
  openers: 'were=where wear=where hoe=how',
  numbers: EN_NUMBERS,
  everyday: EN_EVERYDAY,
  concepts: EN_CONCEPTS,
  kinds: {
    who: 'who, whose, whom, which actor, what actor, which actress, which person, name of the actor',
    when: 'when, what day, what date, what time, which day, which date, how soon, how long until, how long till, how long before, how many days until, how many sleeps, date, what year, which month, until when, how long do i have to wait, how long * wait',
    where: 'where, in which place, what place, which place, which island, which country, what country, which town',
    'how-long': 'how long, how many minutes, how many hours, how many days, how short, duration, how much time',
    'how-many': 'how many, number of, count of',
    'how-much':
      'how much is, how much are, how much was, how much were, how much does, how much do, how much will, how much would, how much to, how much for, how much did, what does * * cost, what will * * cost, what would * * cost, what is the price, what * the price',
    measure:
      'weigh, weighs, weight, how tall, how high, how heavy, how big, how far, how deep, how fast, how wide, how large, how small',
    age: 'how old, what age, which age',
    why: 'why, how come, what for, what is * for, what is * * for, what is the reason, for what reason, whats the reason, what for',
    which: 'which, what',
    how: 'how',
    aside:
      'no spoilers, without spoilers, spoiler free, can you tell me, could you tell me, do you know if, do you know, does anyone know, i was wondering, just wondering, was wondering, i want to know, i would like to know, quick question, one question, a question, by the way, on earth, the hell, the heck, any chance, any idea, is there a way to, any way to, a way to, would be nice',
  },
  work: 'series show programme program film movie game title drama serial thing site website page web',
  pronouns: 'he she him her his hers they them their theirs',
  jobs: 'director filmmaker writer screenwriter scriptwriter author creator showrunner producer producers cinematographer cameraman camerawoman dop photographer editor designer composer musician',
  leads: 'lead leading star protagonist heroine hero',
  strangers: EN_STRANGERS,
  stem: stemEnglish,
};
