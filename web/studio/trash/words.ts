import { wordsIn } from '@marquee/ui/words/language.tsx';

const en = {
  title: 'Trash',
  why: 'What is here is out of the way and can come back. Removing for good cannot be undone.',
  files: 'Files',
  pages: 'Pages',
  empty: 'The trash is empty',
  emptyWhy: 'Files and pages that are moved to the trash wait here until somebody brings them back.',
  restore: 'Bring back',
  remove: 'Remove for good',
  removeWhat: (name: string): string => `Remove ${name} for good?`,
  removeWhy: 'The file and all its renditions are deleted. There is no way back.',
  breaks: 'These pages refer to it and would show nothing in its place:',
  trashed: (when: string, by: string): string => `${when}, by ${by}`,
  failed: 'The trash cannot be read',
  kind: 'Kind',
  name: 'Name',
  when: 'Moved here',
};

const es: typeof en = {
  title: 'Papelera',
  why: 'Lo que hay aquí está apartado y puede volver. Eliminar definitivamente no se puede deshacer.',
  files: 'Archivos',
  pages: 'Páginas',
  empty: 'La papelera está vacía',
  emptyWhy: 'Los archivos y las páginas que se mueven a la papelera esperan aquí hasta que alguien los recupere.',
  restore: 'Recuperar',
  remove: 'Eliminar definitivamente',
  removeWhat: (name) => `¿Eliminar ${name} definitivamente?`,
  removeWhy: 'Se borran el archivo y todas sus versiones. No hay vuelta atrás.',
  breaks: 'Estas páginas lo usan y no mostrarían nada en su lugar:',
  trashed: (when, by) => `${when}, por ${by}`,
  failed: 'No se puede leer la papelera',
  kind: 'Tipo',
  name: 'Nombre',
  when: 'Movido aquí',
};

/** The words of the trash. */
export const useTrashWords = wordsIn({ en, es });
