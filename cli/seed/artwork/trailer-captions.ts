/** Start and end in seconds, then the words. The film itself has no sound: they are what would be heard. */
const CUES: readonly [start: number, end: number, en: string, es: string][] = [
  [0.5, 2, '[Waves]', '[Olas]'],
  [
    2,
    5.2,
    '<v Edda Marrow>Saltern Point. The Widow. Gannet Skerry.',
    '<v Edda Marrow>Saltern Point. La Viuda. Gannet Skerry.',
  ],
  [
    5.3,
    9.3,
    '<v Edda Marrow>Low Hask. Tarn Quay. Sisters. The Tooth. Far Orrin.',
    '<v Edda Marrow>Low Hask. Tarn Quay. Las Hermanas. El Diente. Far Orrin.',
  ],
  [
    9.8,
    12,
    '<v Edda Marrow>Carrow Rock, to harbour. I make it one.',
    '<v Edda Marrow>Aquí Carrow Rock para el puerto. Cuento una.',
  ],
  [12.4, 14.2, '[A lens stops turning]', '[Una lente deja de girar]'],
  [16.4, 19, '[A foghorn, far out]', '[Una sirena de niebla, a lo lejos]'],
];

const stamp = (seconds: number): string => `00:${seconds.toFixed(3).padStart(6, '0')}`;

/** The trailer's captions in one language, as WebVTT. */
export const trailerCaptions = (locale: 'en' | 'es'): Buffer => {
  const cues = CUES.map(([start, end, en, es]) => `${stamp(start)} --> ${stamp(end)}\n${locale === 'en' ? en : es}\n`);
  return Buffer.from(`WEBVTT\n\n${cues.join('\n')}`);
};
