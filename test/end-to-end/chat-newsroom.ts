import { NAVIGATION, type Newsroom, startNewsroom } from './newsroom.ts';

/** What the fans of these tests can ask about. */
const FAQS: Readonly<Record<string, { question: object; answer: object }>> = {
  'when-it-opens': {
    question: { en: 'When does it open?', es: '¿Cuándo se estrena?' },
    answer: {
      en: 'It opens on **Friday 4 December** at 20:00. Two episodes come on that day, and one each Friday after it.',
      es: 'Se estrena el **viernes 4 de diciembre** a las 20:00. Ese día llegan dos episodios y después uno cada viernes.',
    },
  },
  'where-filmed': {
    question: { en: 'Where was it filmed?', es: '¿Dónde se rodó?' },
    answer: {
      en: 'On the coast of Carrow, through a single winter.',
      es: 'En la costa de Carrow, a lo largo de un solo invierno.',
    },
  },
};

/** A newsroom whose site has questions with answers, in two languages. */
export const startChatNewsroom = async (options: Parameters<typeof startNewsroom>[0] = {}): Promise<Newsroom> => {
  const room = await startNewsroom(options);
  await room.create('navigation', 'navigation', {
    ...NAVIGATION,
    siteName: { en: 'Nine Lamps Out', es: 'Nueve faros' },
  });
  for (const [id, data] of Object.entries(FAQS)) await room.create('faq', id, data);
  await room.publish('navigation', ...Object.keys(FAQS));
  return room;
};
