import { wordsIn } from '@marquee/ui/words/language.tsx';
import type { Path } from './model/paths.ts';

const en: Readonly<Record<string, string>> = {
  ...{ main: 'What it is', address: 'Address and embargo' },
  ...{ about: 'About', advice: 'Advice', alsoAsked: 'Also asked as', alt: 'Alt text', announcedOn: 'Announced on' },
  ...{ answer: 'Answer', asset: 'File', at: 'Date and time', biography: 'Biography', body: 'Text', byline: 'Byline' },
  ...{ caption: 'Caption', captions: 'Captions', contacts: 'Contacts', credit: 'Credit', credits: 'Cast and crew' },
  ...{ dated: 'Dated', day: 'Day', description: 'Description', detail: 'Detail', duration: 'Duration in seconds' },
  ...{ email: 'Email', embargoUntil: 'Not public before', episodes: 'Episodes', facts: 'Facts', fallback: 'Instead' },
  ...{ footer: 'Links at the foot', genres: 'Genres', group: 'Group', heading: 'Heading', headline: 'Headline' },
  ...{ home: 'Home', introduction: 'Introduction', keyArt: 'Opening picture', kind: 'Kind', label: 'Label' },
  ...{ lead: 'Lead', legal: 'Legal line', links: 'Links', locale: 'Language', locales: 'Languages of the site' },
  ...{ logline: 'Logline', name: 'Name', number: 'Number', opens: 'Opens', order: 'Order', partOf: 'Part of' },
  ...{
    person: 'Person',
    picture: 'Picture',
    pictures: 'Pictures',
    place: 'Place, as it is said',
    platforms: 'Platforms',
  },
  ...{ portrait: 'Portrait', poster: 'Poster', profession: 'Profession', question: 'Question', ratings: 'Age ratings' },
  ...{ ref: 'Page', releases: 'Release dates', role: 'Role', sheet: 'Fact sheet', siteName: 'Name of the site' },
  ...{ slugs: 'Address', sources: 'Film kept elsewhere', still: 'Still', story: 'Story', studio: 'Studio' },
  ...{ summary: 'Summary', system: 'System', term: 'Term', territories: 'Territories', title: 'Title', to: 'Leads to' },
  ...{ transcript: 'Transcript', url: 'Address', value: 'Rating', video: 'Film', zone: 'Time zone' },
  ...{ contentType: 'Type of file' },
};

const es: Readonly<Record<string, string>> = {
  ...{ main: 'Lo principal', address: 'Dirección y embargo' },
  ...{ about: 'Sobre', advice: 'Aviso', alsoAsked: 'También se pregunta', alt: 'Texto alternativo' },
  ...{
    announcedOn: 'Se anuncia el',
    answer: 'Respuesta',
    asset: 'Archivo',
    at: 'Fecha y hora',
    biography: 'Biografía',
  },
  ...{ body: 'Texto', byline: 'Firma', caption: 'Pie', captions: 'Subtítulos', contacts: 'Contactos' },
  ...{ credit: 'Crédito', credits: 'Reparto y equipo', dated: 'Fecha', day: 'Día', description: 'Descripción' },
  ...{ detail: 'Detalle', duration: 'Duración en segundos', email: 'Correo', embargoUntil: 'No es pública antes de' },
  ...{ episodes: 'Episodios', facts: 'Datos', fallback: 'En su lugar', footer: 'Enlaces al pie', genres: 'Géneros' },
  ...{ group: 'Grupo', heading: 'Encabezado', headline: 'Titular', home: 'Portada', introduction: 'Introducción' },
  ...{ keyArt: 'Imagen de apertura', kind: 'Tipo', label: 'Rótulo', lead: 'Entradilla', legal: 'Línea legal' },
  ...{ links: 'Enlaces', locale: 'Idioma', locales: 'Idiomas del sitio', logline: 'Premisa', name: 'Nombre' },
  ...{ number: 'Número', opens: 'Se abre', order: 'Orden', partOf: 'Parte de', person: 'Persona', picture: 'Imagen' },
  ...{ pictures: 'Imágenes', place: 'Lugar, como se dice', platforms: 'Plataformas', portrait: 'Retrato' },
  ...{ poster: 'Cartel', profession: 'Profesión', question: 'Pregunta', ratings: 'Edades recomendadas', ref: 'Página' },
  ...{ releases: 'Fechas de estreno', role: 'Papel', sheet: 'Ficha', siteName: 'Nombre del sitio', slugs: 'Dirección' },
  ...{
    sources: 'Película en otro sitio',
    still: 'Fotograma',
    story: 'Historia',
    studio: 'Estudio',
    summary: 'Resumen',
  },
  ...{ system: 'Sistema', term: 'Término', territories: 'Territorios', title: 'Título', to: 'Lleva a' },
  ...{ transcript: 'Transcripción', url: 'Dirección', value: 'Clasificación', video: 'Película', zone: 'Zona horaria' },
  ...{ contentType: 'Tipo de archivo' },
};

const choicesEn: Readonly<Record<string, string>> = {
  ...{ film: 'Film', series: 'Series', game: 'Game', cast: 'Cast', crew: 'Crew', stream: 'Stream', cinema: 'Cinema' },
  ...{ buy: 'Buy', play: 'Play', wishlist: 'Wish list' },
};

const choicesEs: Readonly<Record<string, string>> = {
  ...{ film: 'Película', series: 'Serie', game: 'Juego', cast: 'Reparto', crew: 'Equipo', stream: 'En streaming' },
  ...{ cinema: 'Cine', buy: 'Comprar', play: 'Jugar', wishlist: 'Lista de deseos' },
};

const useTold = wordsIn({
  en: { fields: en, choices: choicesEn },
  es: { fields: es, choices: choicesEs },
});

/** A field that the dictionary does not know yet, in words: `firstShownOn` is First shown on. */
export const humanised = (name: string): string => {
  const words = name.replace(/[-_]/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What fields and their choices are called. */
export const useFieldWords = () => {
  const { fields, choices } = useTold();
  const label = (name: string): string => fields[name] ?? humanised(name);
  return {
    label,
    choice: (value: string): string => choices[value] ?? humanised(value),
    /** A path in words: "Cast and crew 3, role". A language at its end is left to whoever says it. */
    path: (path: Path, isLocale: (part: string) => boolean = () => false): string => {
      const parts: string[] = [];
      for (const part of path) {
        if (typeof part === 'number') parts[parts.length - 1] = `${parts.at(-1) ?? ''} ${part + 1}`.trim();
        else if (!isLocale(part)) parts.push(parts.length === 0 ? label(part) : label(part).toLowerCase());
      }
      return parts.join(', ');
    },
  };
};

export type FieldWords = ReturnType<typeof useFieldWords>;
