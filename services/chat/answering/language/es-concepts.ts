import type { Concept } from './concepts.ts';

/**
 * How Spanish speaks of what launches are asked about. Words match whatever their ending and their accents; `*` stands for up to
 * two words. A phrase in which a word alone says too little is written out.
 */
export const ES_CONCEPTS: Readonly<Record<Concept, string>> = {
  release:
    'estreno, estrenar, estrena, lanzamiento, lanzar, lanzan, salir, sale, salen, saldrá, sacan, llega, llegan, llegará, llegar, disponible, publica, emite, emiten, empieza, empezar, comienza, arranca, debuta, sale a la luz, ya está, está ya, aterriza, abren, abre, premier, premiere, la ponen, ponen la, la echan, echan la, la dan, la ponen, la echan, cae',
  watch: 'ver, verla, verlo, verse, ve, vemos, veo, vea, ven, visionar, mirar, mirarla, visto, vista',
  service:
    'plataforma, servicio, canal, cadena, streaming, netflix, prime video, amazon prime, disney, disney plus, hbo, hbo max, movistar, filmin, apple tv, skyshowtime, rtve, televisión, tele, app, aplicación, por dónde, dónde ver, dónde * ver, dónde se ve, dónde la ponen, dónde la echan, dónde la dan, dónde puedo ver, dónde podré ver, quién la emite, quién la tiene, quién la pone, en qué * la ponen, en qué * la echan, en qué la ponen, dónde la puedo ver, en dónde, dónde está disponible',
  cinema: 'cine, cines, =salas, sala de cine, gran pantalla, imax, taquilla, butaca',
  'where-i-live':
    'mi país, donde vivo, otros países, más países, demás países, y en mi, resto de países, mi región, mi territorio, extranjero, resto del mundo, todo el mundo, internacional, fuera de, no está en la lista, no aparece, en la lista, mi tierra, américa latina, latinoamérica, sudamérica, hispanoamérica, por aquí, algún día, nunca, llegará a, va a llegar, cada país, mundial',
  calendar:
    'calendario, recordatorio, recordar, recordármelo, avísame, avisar, agenda, ical, ics, apuntar, apuntarme, avisadme, avísenme, avisa, recuérdame, notificación, alarma, google calendar, outlook, olvidarme, se me olvide',
  date: 'fecha, día, qué hora, hora, cuándo exactamente',
  'at-once':
    'de golpe, todos a la vez, a la vez, todo junto, todos juntos, entre capítulos, entre episodios, una semana entre, de una vez, de una sentada, de un tirón, del tirón, semanal, semanalmente, cada semana, por semana, uno a la semana, una vez a la semana, maratón, atracón, todos los episodios, todos los capítulos, los seis, serie entera, temporada entera, temporada completa, serie completa, uno por uno, uno a uno, cada cuánto, tandas, mismo día, poco a poco, llegan juntos, cada sábado, cada viernes, entera',
  schedule:
    'calendario de emisión, próximo episodio, próximo capítulo, siguiente episodio, siguiente capítulo, nuevo episodio, nuevo capítulo, último episodio, último capítulo, episodio final, capítulo final, qué día de la semana, programación, navidad, navidades',
  download:
    'descargar, descarga, descargarla, bajar, bajarla, bajármela, bajarme, offline, sin conexión, sin internet, sin wifi, avión, tren, sin cobertura, sin datos, conexión, vuelo, guardar, viaje, metro',
  price:
    'precio, cuesta, cuestan, costar, costará, cuánto cuesta, cuánto vale, vale, cuánto es, caro, cara, barato, barata, tarifa, euro, euros, dólares, dinero',
  subscription:
    'suscripción, suscribir, suscribirse, suscriptor, suscrito, gratis, gratuito, gratuita, pagar, paga, pago, cuota, abono, abonado, de pago, cobran, hay que pagar, una cuenta, darse de alta, prueba gratuita',
  quality:
    '4k, uhd, hdr, hd, alta definición, rango dinámico, resolución, calidad, calidad de imagen, calidad de sonido, dolby, atmos, envolvente, sonido envolvente, imagen y sonido, demasiado oscura, muy oscura, pantalla negra, no se ve nada, se verá algo, se ve algo, brillo, barra de sonido, altavoces, apagar la luz, apagar las luces, luces apagadas, a oscuras, cortinas, home cinema, oled, qled, proyector',
  device:
    'móvil, tablet, ipad, tableta, televisor, ordenador, portátil, consola, chromecast, xbox, playstation, switch',
  'buy-it': 'dvd, blu ray, bluray, disco físico, formato físico',
  'time-zone': 'huso horario, zona horaria, hora local, mi hora, utc, gmt, medianoche, hora peninsular, canarias',
  episode: 'episodio, capítulo, capi, cap, caps, entrega, parte',
  season:
    'segunda temporada, otra temporada, nueva temporada, más temporadas, temporada, temporada 2, temporada dos, segunda parte, secuela, continuación, continuará, continuar, renovar, renovada, renovación, spin off, más episodios, más capítulos, =seguirá, seguirá la, =vuelve, =volverá, habrá más, hay más, miniserie, precuela, cancelada, va a haber más, futuro',
  length:
    'cuánto dura, cuánto duran, una hora, media hora, de hora, dura, duran, durar, duración, cuántos minutos, cuántas horas, cómo de largo, cómo de larga, metraje, cuánto tiempo dura, cuánto se tarda',
  title: 'título, títulos',
  name: 'nombre, se llama, se llaman, llamar, llaman, titula, titulado',
  plot: 'argumento, historia, sinopsis, trama, de qué trata, de qué va, de qué * va, de qué va * , va de, trata de, trata, tratan, trata sobre, qué cuenta, cuenta la serie, resumen, de qué es, sobre qué va, sobre qué trata, qué pasa, qué ocurre, qué sucede, premisa, háblame de',
  genre:
    'género, tipo de serie, tipo de película, comedia, thriller, terror, drama, crimen, misterio, policíaca, policiaca, detectives, de época, clase de serie, intriga, suspense',
  setting:
    'ambientada, ambientado, ambienta, transcurre, se sitúa, sitúa, en qué año, qué año, en qué época, época, siglo, =década, qué época, dónde ocurre, dónde transcurre, dónde pasa',
  ending:
    'el final, final, acaba, acabar, termina, terminar, desenlace, cómo acaba, cómo termina, última escena, giro, fin',
  'true-story':
    'hechos reales, historia real, historia verdadera, caso real, real, reales, verdad, verídica, existe, existió, existen, existieron, ficción, ficticio, inventado, inventada, inventó, histórico, ocurrió de verdad, pasó de verdad, pasó realmente, de verdad, basada en hechos, inventan',
  book: 'libro, novela, cómic, obra original, relato original, autora, lectura, leer antes, leerme, leer',
  adaptation: 'adaptación, adaptada, adapta, basada en, basado en, se basa, inspirada en',
  sealed:
    'sellado, sellados, sellada, sellar, oculto, ocultos, ocultar, secreto, secretos, embargo, bloqueado, bloqueados, candado, tapados, tapado, en blanco, desvelan, desvelar, esconder, escondidos, sin título, no decís, no cuentan, no se dice',
  code: 'descifrar, descifrable, cifrado, morse, código morse, en clave, mensaje secreto, mensaje oculto, mensajes ocultos, significado oculto, significan algo, significa algo, quieren decir, quiere decir, tienen significado, código de verdad, código real, huevo de pascua, huevos de pascua, pista oculta, acertijo, qué significan',
  spoiler:
    'destripe, destripar, destripes, spoiler, spoilers, espoiler, dan pistas, filtrar, filtración, revelar, reventar',
  format:
    'cuántos episodios, cuántos capítulos, número de episodios, número de capítulos, formato, cuántas partes, cuántos son',
  announce:
    'anunciar, anuncian, anuncia, anuncio, anunciada, confirmar, confirmada, confirmado, sabremos, se sabrá, se sabe, dirán',
  cast: 'interpreta, interpretar, interpretado, interpretada, intérprete, protagoniza, protagonizada, quién sale, quiénes salen, quién hace de, hace de, hace del, hacen de, haciendo de, da vida, encarna, papel, papel principal, actúa, actúan, actuar, sale en, salen en, en el papel, reparto, elenco',
  'cast-list':
    'el reparto, reparto completo, elenco, quién sale, quiénes salen, quién más sale, qué actores, quiénes son los actores, quién actúa, quiénes actúan',
  actor: 'actor, actriz, actores, actrices, protagonista, intérprete, estrella',
  role: 'papel, personaje, protagonista, rol, héroe, heroína, villano',
  crew: 'equipo, detrás de la serie, detrás de esto, quién hay detrás, quién está detrás, gente detrás, detrás de las cámaras, detrás de la cámara, cineasta, equipo técnico',
  director:
    'dirige, dirigir, dirigió, dirigida, dirigido, director, directora, dirección, realizador, realizadora, al mando',
  writer:
    'escribir, escribe, escribió, escrito, escrita, guion, guión, guionista, guiones, autor, autora, firma, escritora, escritor, novelista',
  creator:
    'crear, crea, creó, creado, creada, creador, creadora, creación, idea, se le ocurrió, ocurrió la idea, inventó, concibió, inspiró, inspiración, nació la serie, showrunner, surge, surgió',
  producer: 'productor, productora, producir, produce, producen, producida, producción, cofundador, fundó, fundador',
  camera:
    'director de fotografía, directora de fotografía, dirección de fotografía, fotografía, cámara, operador, fotógrafa, fotógrafo, ópticas, objetivos',
  editing: 'montaje, montador, montadora, edición, editor, editora, montó, montado, editó',
  design:
    'diseño de producción, diseñador, diseñadora, diseño, decorado, decorados, decorador, escenografía, dirección artística, director de arte',
  casting:
    'dirección de reparto, directora de reparto, director de reparto, casting, eligió, eligieron, elegidos, elegir al reparto, elegir a los actores, selección de actores, encontraron a, encontrasteis a, de dónde salió, de dónde sale la, de dónde sacaron, dónde la encontraron, descubrió, descubrieron, audición, prueba, pruebas, fichó, ficharon',
  music:
    'música, banda sonora, bso, canción, canciones, tema principal, sintonía, partitura, instrumentos, orquesta, musical',
  composer: 'compositor, compositora, componer, compone, compuso',
  album: 'disco, álbum, spotify, vinilo, banda sonora, cd, comprar la música, escuchar la música, comprar la banda',
  studio: 'estudio, productora, empresa, compañía',
  'made-by':
    'quién la =hizo, quién =hizo la, quién =hizo esta, quiénes la =hicieron, quién hay detrás, quién está detrás, responsables, quién la ha hecho, quién ha hecho, hecha por, los creadores, quiénes son los',
  career:
    'otros trabajos, antes de esto, antes de esta, antes, anteriormente, ha hecho antes, hacía antes, trabajos anteriores, conocida por, conocido por, en qué más, qué más ha hecho, más ha hecho, ha salido, ha trabajado, trayectoria, carrera, trabajaba de, se dedicaba, dedica, era antes, filmografía, currículum, otras series, otras películas, de qué me suena, primera película, primer largometraje, oficio',
  debut:
    'primer papel, primer * papel, primera vez, debut, debuta, nueva en, novata, novato, experiencia, actuado antes, había actuado, debutante',
  award: 'premio, premios, ganó, ganado, galardón, nominada, nominado, goya, emmy',
  filming:
    'rodar, rodó, rodaje, rodada, rodado, rodaron, ruedan, filmar, filmó, filmada, filmaron, grabar, grabó, grabaron, grabada, grabación, se hizo, plató, localización, localizaciones, escenarios naturales, escenario',
  location:
    'localización, localizaciones, dónde se rodó, dónde se grabó, dónde se filmó, dónde rodaron, dónde grabaron, lugar de rodaje, exteriores, escenarios, paisajes, dónde está rodada, dónde está grabada',
  'shooting-days':
    'días de rodaje, jornadas de rodaje, jornadas, cuánto duró el rodaje, duró el rodaje, tardaron en rodar, tardaron en grabar, cuántos días, cuántas jornadas, cuánto tardaron, cuánto tiempo rodaron, semanas de rodaje',
  rating:
    'calificación, calificada, calificado, clasificación, clasificada, clasificación por edades, edad recomendada, edad mínima, recomendada, recomienda, recomendación, no recomendada, para qué edad, qué edad, para mayores, mayores de, menores de, menores, icaa, restricción de edad, límite de edad, a partir de qué edad, 16, 18, advertencia',
  child:
    'niño, niña, niños, niñas, hijo, hija, hijos, sobrino, sobrina, crío, cría, críos, peques, peque, pequeño, pequeña, nieto, nieta, adolescente, adolescentes, familia, familiar, años de edad, doce, trece, catorce, chaval, chavales, chico, chica, infantil, jóvenes, alumnos',
  suitable:
    'apta, apto, adecuada, adecuado, recomendable, para niños, pueden verla, puede verla, puedo ponerla, ponérsela, en familia, apropiada, apropiado, puede ver, puedo verla con, verla con, conviene, demasiado para, demasiado fuerte, demasiado pequeño, edad para, dejo ver, dejar ver, dejo, llevar',
  violence:
    'violencia, violenta, violento, sangre, sangriento, sangrienta, gore, explícita, peleas, asesinato, tortura, armas, muertes',
  swearing:
    'palabrotas, tacos, taco, malsonante, malsonantes, lenguaje fuerte, lenguaje soez, palabras feas, insultos, groserías, soez, vulgar, malhablada',
  sex: 'sexo, sexual, desnudos, desnudo, erótico, escenas de cama, escenas subidas, besos',
  fear: 'miedo, da miedo, asusta, asustar, asustarse, terror, terrorífica, inquietante, inquieta, pesadillas, sustos, susto, tensión, angustia, angustiosa, impresiona, suspense',
  flashing:
    'parpadeo, parpadea, parpadean, parpadeante, parpadeantes, destello, destellos, flash, flashes, estroboscópica, estroboscópico, estrobos, epilepsia, epiléptico, epiléptica, epilépticos, convulsiones, fotosensible, fotosensibilidad, relámpagos, relámpago, migraña, migrañas, luces intensas, luces que parpadean, sensible a la luz, sensibilidad a la luz, luces fuertes',
  language:
    'idioma, idiomas, lengua, lenguas, español, castellano, inglés, francés, alemán, italiano, portugués, sueco, noruego, danés, finés, finlandés, japonés, catalán, gallego, euskera, vasco, chino, coreano, árabe, traducida, traducción, versión original, vo, vose',
  captions: 'subtítulo, subtítulos, subtitulada, subtitulado, subtitulan, subs, subtitular, vose, leer en pantalla',
  dubbing:
    'doblar, doblaje, doblada, doblado, doblan, dobla, voz en español, pone la voz, voz de, audio en, versión original, vo, idioma original, original, sonido original, escuchar en, oír en, en español, en castellano, en inglés, en francés, en alemán, en catalán, ponerla en, verla en español, verla en inglés, hablan',
  deaf: 'sordo, sorda, sordos, sordas, sordera, hipoacusia, discapacidad auditiva, problemas de audición, problemas de oído, duro de oído, dura de oído, no oye, no oigo, no oyen, oye mal, oigo mal, oye poco, no oye bien, oye fatal, audífono, audífonos, lengua de signos, pérdida auditiva, personas sordas, no escucha bien, mal del oído, implante coclear, no puede oír',
  blind:
    'ciego, ciega, ciegos, ciegas, ceguera, invidente, invidentes, discapacidad visual, baja visión, no ve, no ven, ve mal, ve poco, no veo, veo mal, problemas de vista, problemas de visión, pérdida de visión, perdiendo la vista, no ve bien, no puede ver, perdió la vista, ha perdido la vista',
  description:
    'audiodescripción, audiodescrita, audiodescrito, audio descripción, descrita, narrada, describe lo que, describan, describen lo que, descripción de audio, voz que describe',
  'sound-effects':
    'describen los sonidos, describe los sonidos, sonidos, ruido, ruidos, efectos de sonido, sonido ambiente, quién habla, indican los sonidos',
  shop: 'tienda, comprar, venta, vender, venden, camiseta, camisetas, taza, pin, chapa, regalo, regalar, recuerdo, merchandising, merchan, productos, póster, lámina, patrón, encargar, sudadera, juguete, mercadería',
  press:
    'prensa, radio, emisora, periodista, periodistas, medio, medios, periódico, revista, redactor, blog, bloguera, crítico, publicación, dossier, dossier de prensa, kit de prensa, artículo, reportaje, gabinete, podcast',
  picture:
    'imagen, imágenes, foto, fotos, fotografía, fotografías, fotograma, fotogramas, captura, fondo de pantalla, alta resolución, logo, logotipo, galería, emblema, qué aspecto, cómo es físicamente, apariencia',
  screener:
    'pase previo, pase de prensa, =pase, =pases, visionado, copia previa, ver antes, verla antes, antes del estreno, por adelantado, antes que nadie, preestreno, screener, acceso anticipado, antes de que salga, antes de tiempo',
  review: 'crítica, críticas, reseña, reseñas, publicar mi reseña, publicar la crítica, publicar críticas',
  interview:
    'entrevista, entrevistar, entrevistas, hablar con el director, hablar con la directora, hablar con el reparto, hablar con los actores',
  contact:
    'contacto, contactar, correo, email, e mail, escribir a, dirección de correo, teléfono, a quién escribo, a quién le escribo, con quién, a quién pregunto, a quién me dirijo, gabinete de prensa',
  privacy:
    'privacidad, cookie, cookies, rastrear, rastreo, rastrea, datos, datos personales, mis datos, rgpd, qué sabe de mí, sabe de mí, sabéis de mí, sabe esta, =recoge, =recogéis, =recogen, espía, espiar, vigila, =guardáis, =guardan, =guarda',
  site: 'este sitio, el sitio, vuestro sitio, web, página, esta página, sitio web, página web, portal',
  accessible:
    'accesible, accesibilidad, lector de pantalla, teclado, alto contraste, contraste, letra grande, discapacidad, discapacitados, nvda, jaws, sin ratón, usar el ratón, daltónico, daltónica, dislexia, ver las letras, tamaño de letra, lupa, javascript, scripts, letra más grande',
  'fan-work':
    'fan art, fanart, fanfic, fan fiction, cosplay, dibujo, dibujar, dibujos, crear algo, algo propio, hacer mi, hacer mis, disfraz, disfrazarme, vídeo propio, puedo usar, usar imágenes, mis dibujos, ilustraciones, tatuarme, tatuaje, subir mi, publicar mi, compartir mi, canal de youtube, vender mis, ánimo de lucro',
  rights: 'derechos, copyright, licencia, licencias, permiso, autorización, pedir permiso, permitido, legal',
  'public-screening':
    'proyección, proyectar, poner en el, ponerla en el, ponerla en mi, ponerla en clase, salón de actos, pueblo, ayuntamiento, proyecciones, proyección pública, cineclub, en clase, en mi bar, en público, en el instituto, centro cultural, en el colegio',
  trailer: 'tráiler, trailers, avance, avances, teaser, clip, vídeo, vídeos, adelanto, primer vistazo, promo, piezas',
  news: 'noticia, noticias, novedad, novedades, canal de noticias, rss, boletín, newsletter, enterarme, avisadme, aviso, últimas',
  transcript: 'transcripción, texto del tráiler, por escrito, transcrito',
  poster: 'póster, cartel, imagen principal, carátula, portada',
  multiplayer: 'multijugador, cooperativo, juego cruzado, crossplay, un jugador, pantalla dividida',
  preorder: 'reserva, reservar, precompra, edición coleccionista, lista de deseos',
  requirements: 'requisitos, requisitos mínimos, requisitos del sistema, tarjeta gráfica',
  gameplay: 'jugabilidad, dificultad, niveles, mundo abierto',
};
