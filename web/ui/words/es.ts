import type { UiWords } from './en.ts';

/** The words of what consoles share, in Spanish. */
export const es: UiWords = {
  copied: 'Copiado',
  loading: 'Cargando',
  today: 'hoy',
  theme: 'Tema de color',
  themes: { auto: 'Auto', light: 'Claro', dark: 'Oscuro' },
  keyboard: 'Teclado',
  shortcutsOff: 'Desactivar los atajos',
  shortcutsOn: 'Activar los atajos',
  thisList: 'Esta lista',
  goTo: (place) => `Ir a ${place}`,
  screenFailed: 'Esta pantalla no se ha podido mostrar. Las demás funcionan; volver a cargar puede ayudar.',
  statuses: {
    waiting: { word: 'En espera', says: 'Nada trabaja en ello ahora; sigue cuando ocurra lo que espera.' },
    running: { word: 'En curso', says: 'Se está trabajando en ello.' },
    succeeded: { word: 'Listo', says: 'Hizo lo que tenía que hacer.' },
    retried: { word: 'Reintentado', says: 'Salió bien, aunque no a la primera.' },
    caught: { word: 'Previsto', says: 'Falló, y se hizo lo que estaba previsto para eso.' },
    failed: { word: 'Fallido', says: 'Terminó con un error.' },
    timedout: { word: 'Tiempo agotado', says: 'Tardó más de lo permitido.' },
    aborted: { word: 'Detenido', says: 'Alguien lo detuvo.' },
    scheduled: { word: 'Programado', says: 'Empieza a una hora fijada.' },
    embargoed: { word: 'Embargado', says: 'No es público antes de una hora fijada.' },
    draft: { word: 'Borrador', says: 'Solo el equipo lo ve.' },
    changed: { word: 'Modificado', says: 'Está publicado y tiene cambios que no lo están.' },
    published: { word: 'Publicado', says: 'Todo el mundo lo ve.' },
  },
};
