import { ES_CONCEPTS } from './es-concepts.ts';
import { ES_EVERYDAY } from './es-everyday.ts';
import { ES_STRANGERS } from './es-strangers.ts';
import { ES_ALIASES, ES_IRREGULAR, ES_NUMBERS, ES_ORDINARY, ES_STOP } from './es-words.ts';
import type { LanguageData } from './language.ts';
import { stemSpanish } from './stem-spanish.ts';

export const ES: LanguageData = {
  locale: 'es',
  stop: ES_STOP,
  ordinary: ES_ORDINARY,
  aliases: ES_ALIASES,
  irregular: ES_IRREGULAR,
  openers: 'ande=donde cuado=cuando cuano=cuando',
  numbers: ES_NUMBERS,
  everyday: ES_EVERYDAY,
  concepts: ES_CONCEPTS,
  kinds: {
    who: 'quién, quiénes, qué actor, qué actriz, de quién, por quién, qué persona',
    when: 'cuándo, qué día, qué fecha, fecha, a qué hora, qué hora, en qué fecha, para cuándo, desde cuándo, cuánto falta, cuánto queda, cuántos días faltan, en qué año, qué mes',
    where: 'dónde, en qué lugar, qué lugar, en qué sitio, qué isla, en qué país',
    'how-long':
      'cuánto dura, cuánto duran, cuánto duró, cuántos minutos, cuántas horas, cuántos días, cuánto tiempo, duración, cuánto tardaron',
    'how-many': 'cuántos, cuántas, número de',
    'how-much':
      'cuánto * * cuesta, qué cuesta, qué precio, cuál es el precio, cuánto cuesta, cuánto vale, cuánto cuestan, cuánto es',
    measure: 'cuánto mide, cuánto pesa, qué altura, cómo de alto, cómo de grande, cómo de alta, cuánto medía',
    age: 'cuántos años, qué edad, a qué edad',
    why: 'por qué, porqué, a qué se debe, cuál es la razón, para qué',
    which: 'cuál, cuáles, qué',
    how: 'cómo',
    aside:
      'sin spoilers, sin destripes, sin destripar, me podéis decir, me puedes decir, podéis decirme, puedes decirme, sabéis si, sabes si, alguien sabe, me gustaría saber, quiero saber, querría saber, quisiera saber, una pregunta, una duda, tengo una duda, por cierto, es posible, hay alguna manera de, hay forma de, alguna forma de',
  },
  work: 'serie película peli programa juego título obra ficción producción sitio sitios web página',
  pronouns: 'él ella ellos ellas le su sus suyo suya',
  jobs: 'director directora realizador realizadora guionista autor autora escritor escritora creador creadora productor productora productores fotógrafo fotógrafa montador montadora editor editora diseñador diseñadora decorador decoradora compositor compositora',
  leads: 'protagonista prota heroína estrella',
  strangers: ES_STRANGERS,
  stem: stemSpanish,
};
