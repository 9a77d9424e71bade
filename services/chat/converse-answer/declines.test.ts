import { expect, test } from 'vitest';
import { declines } from './declines.ts';

test.each([
  'UNKNOWN',
  'Unknown.',
  "I don't know.",
  'I do not actually know when.',
  'I’m sorry, but I can’t help with that.',
  'That is not stated.',
  'The sources do not say who wrote it.',
  'There is no information on that.',
  'Lo siento, no puedo responder a eso.',
  'No lo sé.',
  'No sé cuándo se estrena.',
  'Las fuentes no lo mencionan.',
  'No hay información sobre eso.',
])('%j says that there is no answer', (text) => expect(declines(text)).toBe(true));

test.each([
  'It opens on Friday 4 December at 20:00.',
  'Nobody in Carrow knows who lit the ninth lamp.',
  'The keeper does not say a word in the first episode.',
  'No se estrena en cines, solo en televisión.',
  'La segunda temporada no está anunciada todavía.',
])('%j is an answer', (text) => expect(declines(text)).toBe(false));
