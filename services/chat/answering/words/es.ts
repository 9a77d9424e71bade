import type { Words } from './en.ts';

export const es: Words = {
  unknown: 'Nada de este sitio responde a eso. Puede mirarlo una persona.',
  outOfScope: 'Este sitio no trata de eso. Pregunta cuándo y dónde se estrena, quién sale o cómo se hizo.',
  refused: 'Este chat solo responde con lo que dice este sitio.',
  hello: 'Hola. Pregunta cuándo y dónde se estrena, quién sale o cualquier otra cosa que cuente este sitio.',
  thanks: 'De nada.',
  bye: 'Hasta pronto. Las respuestas siguen en este sitio.',
  bot: 'Este es un chat automático. Solo responde con lo que dice este sitio, y muestra dónde.',
  person: 'Te puede responder aquí una persona. Pulsa el botón y le llega tu pregunta.',
  personWaiting: 'Una persona tiene tu pregunta. La respuesta llega aquí.',
  personTimedOut: 'Nadie ha podido responder a tiempo. La pregunta se conserva; puedes volver a pedir una persona.',
  clarify: '¿A cuál de estas te refieres?',
  sealed: (day) =>
    `Está sellado hasta el ${day}. Hasta entonces este sitio no cuenta nada de ello. Ese día se te puede responder.`,
  sealedUndated: 'Está sellado y su día no está anunciado todavía. Se te puede responder cuando se abra.',
  failed: 'Algo falló antes de llegar a la respuesta. Vuelve a preguntar o habla con una persona.',
  askPerson: 'Hablar con una persona',
  later: 'Avísame cuando se abra',
};
