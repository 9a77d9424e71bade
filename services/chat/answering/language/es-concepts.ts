import type { Concept } from './concepts.ts';

/**
 * How Spanish speaks of what launches are asked about. Words match whatever their ending and their accents; `*` stands for up to
 * two words. A phrase in which a word alone says too little is written out.
 */
export const ES_CONCEPTS: Readonly<Record<Concept, string>> = {
  release:
    'primera noche, primer día, ya se puede, ya ha salido, cuándo es, se podrá ver, podré verla, podremos verla, se podrá, estará, toca esperar, hay que esperar hasta, sale ya, la sacan, se lanza, se emite, empieza a emitirse, arranque, se pone, la ponéis, aterrizará, llegue, salga, saldrá, fecha oficial, estrenáis, disponible ya, se ve antes, la ve antes, estreno, estrenar, estrena, lanzamiento, lanzar, lanzan, salir, sale, salen, saldrá, sacan, llega, llegan, llegará, llegar, disponible, publica, emite, emiten, empieza, empezar, comienza, arranca, debuta, sale a la luz, ya está, está ya, aterriza, abren, abre, premier, premiere, la ponen, ponen la, la echan, echan la, la dan, la ponen, la echan, cae',
  watch: 'ver, verla, verlo, verse, ve, vemos, veo, vea, ven, visionar, mirar, mirarla, visto, vista',
  service:
    'cómo la veo, cómo puedo verla, cómo puedo ver, cómo se puede ver, cómo verla, cómo ver la, cómo podré verla, cómo la puedo ver, forma de verla, qué suscripción, qué app, qué aplicación, con qué plataforma, a qué plataforma, de qué plataforma, en cuál plataforma, dónde la encuentro, dónde encontrarla, dónde la veo, dónde verla, dónde la puedo, dónde hay que verla, quién la emitirá, quién tiene los derechos de emisión, en abierto, televisión de pago, cuenta necesito, a qué tengo que suscribirme, a cuál me suscribo, me vale, me sirve, tengo contratado, contratada, plataforma, servicio, canal, cadena, streaming, netflix, prime video, amazon prime, disney, disney plus, hbo, hbo max, movistar, filmin, apple tv, skyshowtime, rtve, televisión, tele, app, aplicación, por dónde, dónde ver, dónde * ver, dónde se ve, dónde la ponen, dónde la echan, dónde la dan, dónde puedo ver, dónde podré ver, quién la emite, quién la tiene, quién la pone, en qué * la ponen, en qué * la echan, en qué la ponen, dónde la puedo ver, en dónde, dónde está disponible',
  cinema: 'cine, cines, =salas, sala de cine, gran pantalla, imax, taquilla, butaca',
  'where-i-live':
    '=vivo en, soy de, estoy en, desde fuera, por mi zona, en mi zona, no está disponible en, disponible en mi, llegará aquí, llega aquí, aquí en, en asia, en áfrica, en europa, en oriente, mi país, donde =vivo, otros países, más países, demás países, y en mi, resto de países, mi región, mi territorio, extranjero, resto del mundo, todo el mundo, internacional, fuera de, no está en la lista, no aparece, en la lista, mi tierra, américa latina, latinoamérica, sudamérica, hispanoamérica, por aquí, algún día, nunca, llegará a, va a llegar, cada país, mundial',
  calendar:
    'anotarme, apúntame, me apunto, marcarlo, marcar la fecha, aviso en el móvil, notificación, que me avise, que me avisen, que no se me pase, no perdérmela, evento, archivo de calendario, calendario, recordatorio, recordar, recordármelo, avísame, avisar, agenda, ical, ics, apuntar, apuntarme, avisadme, avísenme, avisa, recuérdame, notificación, alarma, google calendar, outlook, olvidarme, se me olvide',
  date: 'fecha, día, qué hora, hora, cuándo exactamente',
  'at-once':
    'cuántos salen, cuántos episodios salen, cuántos el primer día, cuántos ponen, de un atracón, en un día, en un fin de semana, todo seguido, de corrido, de una tacada, uno a la semana, a razón de, por entregas, cada siete días, todos el mismo día, toda de golpe, toda de una vez, toda junta, los dos primeros, dos episodios, toda la serie de, de golpe, todos a la vez, a la vez, todo junto, todos juntos, entre capítulos, entre episodios, una semana entre, de una vez, de una sentada, de un tirón, del tirón, semanal, semanalmente, cada semana, por semana, una vez a la semana, maratón, atracón, temporada completa, serie completa, uno por uno, uno a uno, cada cuánto, tandas, mismo día, poco a poco, llegan juntos, cada sábado, cada viernes',
  schedule:
    'vacaciones, nochebuena, año nuevo, reyes, fiestas, festivo, ritmo de estreno, cuándo acaba de emitirse, resto de episodios, los que faltan, calendario de emisión, próximo episodio, próximo capítulo, siguiente episodio, siguiente capítulo, nuevo episodio, nuevo capítulo, último episodio, último capítulo, episodio final, capítulo final, qué día de la semana, programación, navidad, navidades',
  download:
    'sin red, modo avión, me la llevo, llevármela, llevarla, guardarla, =guardar los episodios, en el móvil sin, carretera, pueblo sin, camping, datos móviles, roaming, bajarse, bajármelos, descargármela, copia, descargar, descarga, descargarla, bajar, bajarla, bajármela, bajarme, offline, sin conexión, sin internet, sin wifi, avión, tren, sin cobertura, sin datos, conexión, vuelo, =guardar, viaje, metro',
  price:
    'al mes, mensual, cuánto sale, por cuánto sale, sale caro, precio, cuesta, cuestan, costar, costará, cuánto cuesta, cuánto vale, vale, cuánto es, caro, cara, barato, barata, tarifa, euro, euros, dólares, dinero',
  subscription:
    'sin pagar, hay que tener, de gratis, gratuitamente, hace falta pagar, tengo que pagar, me cuesta algo, cuesta algo, cuesta dinero, abonarse, prueba gratis, mensualidad, suscripción, suscribir, suscribirse, suscriptor, suscrito, gratis, gratuito, gratuita, pagar, paga, pago, cuota, abono, abonado, de pago, cobran, hay que pagar, una cuenta, darse de alta, prueba gratuita',
  quality:
    'ultra hd, 1080, full hd, definición, auriculares, cascos, estéreo, 5.1, sonido bueno, se ve bien, se verá bien, se ve de día, con luz, demasiado oscuro, oscura la imagen, a plena luz, en una tele normal, tele buena, barra de, 4k, uhd, hdr, hd, alta definición, rango dinámico, resolución, calidad, calidad de imagen, calidad de sonido, dolby, atmos, envolvente, sonido envolvente, imagen y sonido, demasiado oscura, muy oscura, pantalla negra, no se ve nada, se verá algo, se ve algo, brillo, barra de sonido, altavoces, apagar la luz, apagar las luces, luces apagadas, a oscuras, cortinas, home cinema, oled, qled, proyector',
  device:
    'móvil, tablet, ipad, tableta, televisor, ordenador, portátil, consola, chromecast, xbox, playstation, switch',
  'buy-it': 'dvd, blu ray, bluray, disco físico, formato físico',
  'time-zone': 'huso horario, zona horaria, hora local, mi hora, utc, gmt, medianoche, hora peninsular, canarias',
  episode: 'episodio, capítulo, capi, cap, caps, entrega, parte',
  season:
    'más adelante, otra entrega, otra parte, una segunda, más historias, después de esta, después del sexto, sigue después, tendrá continuidad, autoconclusiva, cerrada, final abierto, final cerrado, volveremos a ver, acaba ahí, termina ahí, se acaba, única temporada, serie limitada, nueva entrega, la dos, segunda temporada, otra temporada, nueva temporada, más temporadas, temporada, temporada 2, temporada dos, segunda parte, secuela, continuación, continuará, continuar, renovar, renovada, renovación, spin off, más episodios, más capítulos, =seguirá, seguirá la, =vuelve, =volverá, habrá más, hay más, miniserie, precuela, cancelada, va a haber más, futuro',
  length:
    'media de duración, cuánto ocupa, horas en total, por episodio, cada episodio dura, cada capítulo dura, tiempo total, duración total, cuánto es en total, cuánto tardo, maratón de cuántas horas, cuántas horas son, cuánto dura, cuánto duran, una hora, media hora, de hora, dura, duran, durar, duración, cuántos minutos, cuántas horas, cómo de largo, cómo de larga, metraje, cuánto tiempo dura, cuánto se tarda',
  title: 'título, títulos',
  name: 'nombre, se llama, se llaman, llamar, llaman, titula, titulado',
  plot: 'de qué se trata, idea general, de qué habla, cuéntame de, contadme, historia de la serie, planteamiento, por encima, qué nos vamos a encontrar, en dos frases, en pocas palabras, un resumen, argumento, historia, sinopsis, trama, de qué trata, de qué va, de qué * va, de qué va * , va de, trata de, trata, tratan, trata sobre, qué cuenta, cuenta la serie, resumen, de qué es, sobre qué va, sobre qué trata, qué pasa, qué ocurre, qué sucede, premisa, háblame de',
  genre:
    'género, tipo de serie, tipo de película, comedia, thriller, terror, drama, crimen, misterio, policíaca, policiaca, detectives, de época, clase de serie, intriga, suspense',
  setting:
    'qué siglo, en qué década, qué años, cuándo transcurre, cuándo ocurre, cuándo pasa, en qué tiempo, ambientada, ambientado, ambienta, transcurre, se sitúa, sitúa, en qué año, qué año, en qué época, época, siglo, =década, qué época, dónde ocurre, dónde transcurre, dónde pasa',
  ending:
    'se acaba, acabe, termine, se termina, el final, final, acaba, acabar, termina, terminar, desenlace, cómo acaba, cómo termina, última escena, giro, fin',
  'true-story':
    'es real, son reales, existe de verdad, existe ese, existe esa, existe el, lo que cuenta es, verdaderos, verdadero, verdadera, existen de, en el mapa, se puede visitar, lugar real, personas reales, gente real, historia verídica, inventada, de mentira, es de verdad, fiel a la historia, rigor histórico, auténticos, hechos reales, historia real, historia verdadera, caso real, verdad, verídica, existió, existen, existieron, ficción, ficticio, inventado, inventó, histórico, ocurrió de verdad, pasó de verdad, pasó realmente, de verdad, basada en hechos, inventan',
  book: 'libro previo, versión escrita, original literario, la novela, publicada, editorial, basada en algo escrito, relato, tebeo, manga, leerlo, libro, novela, cómic, obra original, relato original, autora, lectura, leer antes, leerme, leer',
  adaptation: 'adaptación, adaptada, adapta, basada en, basado en, se basa, inspirada en',
  sealed:
    'tanto secreto, tanto misterio, por qué no se sabe, sin nombre, no tienen nombre, no tienen título, no ponéis, no enseñáis, no aparecen los títulos, títulos que faltan, guardáis en secreto, aún no se conocen, sin revelar, sin desvelar, no se pueden ver los títulos, sellado, sellados, sellada, sellar, oculto, ocultos, ocultar, secreto, secretos, embargo, bloqueado, bloqueados, candado, tapados, tapado, en blanco, desvelan, desvelar, esconder, escondidos, sin título, no decís, no cuentan, no se dice',
  code: 'código secreto, mensaje cifrado, mensaje escondido, descodificar, decodificar, en morse, leer los destellos, sentido de los destellos, tienen sentido, esconden algo, esconde algo, hay un mensaje, descifrar, descifrable, cifrado, morse, código morse, en clave, mensaje secreto, mensaje oculto, mensajes ocultos, significado oculto, significan algo, significa algo, quieren decir, quiere decir, tienen significado, código de verdad, código real, huevo de pascua, huevos de pascua, pista oculta, acertijo, qué significan',
  whole:
    'todos los episodios, todos los capítulos, serie entera, temporada entera, serie completa, temporada completa, los seis, todos, entera',
  spoiler:
    'destripe, destripar, destripes, spoiler, spoilers, espoiler, dan pistas, filtrar, filtración, revelar, reventar',
  format:
    'peli o serie, película o serie, serie o peli, serie o película, peli o una serie, serie o una peli, cuántos hay, cuántos tiene, cuántos tendrá, cuántos capítulos tiene, cuántos episodios tiene, cuántos capítulos son, de cuántos, cuántos episodios, cuántos capítulos, número de episodios, número de capítulos, formato, cuántas partes, cuántos son',
  announce:
    'anunciar, anuncian, anuncia, anuncio, anunciada, confirmar, confirmada, confirmado, sabremos, se sabrá, se sabe, dirán',
  cast: 'quién la interpreta, quién lo interpreta, haciendo, en la piel de, se mete en la piel, quién es el que hace, quién es la que hace, quién hace, hace el papel, encarnado, encarnada, da vida a, interpreta, interpretar, interpretado, interpretada, intérprete, protagoniza, protagonizada, quién sale, quiénes salen, quién hace de, hace de, hace del, hacen de, haciendo de, da vida, encarna, papel, papel principal, actúa, actúan, actuar, sale en, salen en, en el papel, reparto, elenco',
  'cast-list':
    'quiénes son los actores, quién aparece, quiénes aparecen, lista de actores, nombres de los actores, actores principales, qué actores hay, con qué actores, qué actrices, el reparto, reparto completo, elenco, quién sale, quiénes salen, quién más sale, qué actores, quiénes son los actores, quién actúa, quiénes actúan',
  actor: 'actor, actriz, actores, actrices, protagonista, intérprete, estrella',
  role: 'papel, personaje, protagonista, rol, héroe, heroína, villano',
  crew: 'equipo creativo, equipo de rodaje, equipo de producción, la gente que la ha hecho, quiénes han trabajado, créditos, equipo, detrás de la serie, detrás de esto, quién hay detrás, quién está detrás, gente detrás, detrás de las cámaras, detrás de la cámara, cineasta, equipo técnico',
  director:
    'dirige, dirigir, dirigió, dirigida, dirigido, director, directora, dirección, realizador, realizadora, al mando',
  writer:
    'escribir, escribe, escribió, escrito, escrita, guion, guión, guionista, guiones, autor, autora, firma, escritora, escritor, novelista',
  creator:
    'crear, crea, creó, creado, creada, creador, creadora, creación, idea, se le ocurrió, ocurrió la idea, inventó, concibió, inspiró, inspiración, nació la serie, showrunner, surge, surgió',
  producer: 'productor, productora, producir, produce, producen, producida, producción, cofundador',
  camera:
    'director de fotografía, directora de fotografía, dirección de fotografía, fotografía, cámara, operador, fotógrafa, fotógrafo, ópticas, objetivos',
  editing: 'montaje, montador, montadora, edición, editor, editora, montó, montado, editó',
  design:
    'diseño de producción, diseñador, diseñadora, diseño, decorado, decorados, decorador, escenografía, dirección artística, director de arte',
  casting:
    'cómo la encontraron, cómo lo encontraron, cómo dieron con, dónde dieron con, cómo eligieron, por qué la eligieron, quién eligió, seleccionó, selección, cuántas pruebas, cuántos actores vieron, cuántas personas vieron, consiguió el papel, le dieron el papel, hizo la prueba, pruebas, dirección de reparto, directora de reparto, director de reparto, casting, eligió, eligieron, elegidos, elegir al reparto, elegir a los actores, selección de actores, encontraron a, encontrasteis a, de dónde salió, de dónde sale la, de dónde sacaron, dónde la encontraron, descubrió, descubrieron, audición, prueba, pruebas, fichó, ficharon',
  music:
    'música, banda sonora, bso, canción, canciones, tema principal, sintonía, partitura, instrumentos, orquesta, musical',
  composer:
    'quién hizo la música, quién ha hecho la música, quién pone la música, autor de la música, autora de la música, hizo la música, ha hecho la música, compositor, compositora, componer, compone, compuso',
  album: 'disco, álbum, spotify, vinilo, banda sonora, cd, comprar la música, escuchar la música, comprar la banda',
  studio: 'estudio, productora, empresa, compañía',
  'made-by':
    'quién la =hizo, quién =hizo la, quién =hizo esta, quiénes la =hicieron, quién hay detrás, quién está detrás, responsables, quién la ha hecho, quién ha hecho, hecha por, los creadores, quiénes son los',
  career:
    'en qué ha trabajado, qué ha hecho, a qué se dedicaba, se dedicaba, de dónde viene, de dónde viene profesionalmente, cómo empezó, cómo acabó siendo, llegó a ser, hizo antes, hacía antes, obras anteriores, otras obras, anteriores, papeles anteriores, qué papeles, dónde lo he visto, dónde la he visto, me suena, currículo, también ha, otros trabajos, antes de esto, antes de esta, antes, anteriormente, ha hecho antes, hacía antes, trabajos anteriores, conocida por, conocido por, en qué más, qué más ha hecho, más ha hecho, ha salido, ha trabajado, trayectoria, carrera, trabajaba de, se dedicaba, dedica, era antes, filmografía, currículum, otras series, otras películas, de qué me suena, primera película, primer largometraje, oficio',
  debut:
    'primer papel, primer * papel, primera vez, debut, debuta, nueva en, novata, novato, experiencia, actuado antes, había actuado, debutante',
  award: 'premio, premios, ganó, ganado, galardón, nominada, nominado, goya, emmy',
  filming:
    'en estudio, en un plató, escenas exteriores, cámaras rodando, rodasteis, rodáis, ruedan en, filmasteis, grabasteis, rodar, rodó, rodaje, rodada, rodado, rodaron, ruedan, filmar, filmó, filmada, filmaron, grabar, grabó, grabaron, grabada, grabación, se hizo, plató, localización, localizaciones, escenarios naturales, escenario',
  location:
    'en qué isla, en qué islas, en qué sitios, en qué lugares, qué localizaciones, qué lugares, dónde exactamente, isla del rodaje, sitio del rodaje, se puede ir a ver, localización, localizaciones, dónde se rodó, dónde se grabó, dónde se filmó, dónde rodaron, dónde grabaron, lugar de rodaje, exteriores, escenarios, paisajes, dónde está rodada, dónde está grabada',
  'shooting-days':
    'en qué meses, en qué mes se, cuándo se rodó, cuándo rodaron, cuándo grabaron, cuándo empezó el rodaje, cuándo terminó el rodaje, cuánto tiempo tardaron, cuánto se tardó en rodar, fechas de rodaje, cuánto llevó rodar, días de rodaje, jornadas de rodaje, jornadas, cuánto duró el rodaje, duró el rodaje, tardaron en rodar, tardaron en grabar, cuántos días, cuántas jornadas, cuánto tardaron, cuánto tiempo rodaron, semanas de rodaje',
  rating:
    'pegi, mayor de edad, edad hay que tener, cuántos años hay que tener, con cuántos años, solo adultos, para adultos, no apta, calificaron, clasificaron, cómo la han calificado, edad en, aviso de contenido, contenido sensible, calificación, calificada, calificado, clasificación, clasificada, clasificación por edades, edad recomendada, edad mínima, recomendada, recomienda, recomendación, no recomendada, para qué edad, qué edad, para mayores, mayores de, menores de, menores, icaa, restricción de edad, límite de edad, a partir de qué edad, 16, 18, advertencia',
  child:
    'sobrinos, nietos, primos pequeños, hermano pequeño, hermana pequeña, niñas, bebés, menor, colegio, primaria, secundaria, hijas, chiquillos, chavala, toda la familia, niño, niña, niños, hijo, hija, hijos, sobrino, sobrina, crío, cría, críos, peques, peque, pequeño, pequeña, nieto, nieta, adolescente, adolescentes, familia, familiar, años de edad, chaval, chavales, chico, chica, infantil, jóvenes, alumnos',
  suitable:
    'para toda la familia, para verla en familia, para ver en familia, con niños, con mis hijos, delante de los niños, la dejo, le dejo, dejarías, recomendada para, fuerte para, dura para, traumática, puede ver, podría verla, la pueden ver, tan pequeños, apta, apto, adecuada, adecuado, recomendable, para niños, pueden verla, puede verla, puedo ponerla, ponérsela, en familia, apropiada, apropiado, puede ver, puedo verla con, verla con, conviene, demasiado para, demasiado fuerte, demasiado pequeño, edad para, dejo ver, dejar ver, dejo, llevar',
  violence:
    'muertos, cadáveres, sangrienta, crueldad, maltrato, suicidio, crudas, escenas duras, desagradable, ahogados, violencia, violenta, violento, sangre, sangriento, gore, explícita, peleas, asesinato, tortura, armas, muertes',
  swearing:
    'palabrota, lenguaje, dicen tacos, mal hablada, insulto, malas palabras, palabrotas, tacos, taco, malsonante, malsonantes, lenguaje fuerte, lenguaje soez, palabras feas, insultos, groserías, soez, vulgar, malhablada',
  sex: 'sexo, sexual, desnudos, desnudo, erótico, escenas de cama, escenas subidas, besos',
  fear: 'terroríficas, da yuyu, yuyu, agobia, agobiante, ansiedad, pasar miedo, pasarlo mal, sobresalto, miedosa, miedica, de susto, asustan, impresionable, miedo, da miedo, asusta, asustar, asustarse, terror, terrorífica, inquietante, inquieta, pesadillas, sustos, susto, tensión, angustia, angustiosa, impresiona, suspense',
  flashing:
    'luz estroboscópica, luces estroboscópicas, fogonazos, fogonazo, ataques epilépticos, crisis epilépticas, ataque, mareos, me mareo, sensible a los destellos, luces que se encienden, fotosensibles, hipersensible a la luz, advertencia de luces, parpadeo, parpadea, parpadean, parpadeante, parpadeantes, destello, destellos, flash, flashes, estroboscópica, estroboscópico, estrobos, epilepsia, epiléptico, epiléptica, epilépticos, convulsiones, fotosensible, fotosensibilidad, relámpagos, relámpago, migraña, migrañas, luces intensas, luces que parpadean, sensible a la luz, sensibilidad a la luz, luces fuertes',
  language:
    'idioma, idiomas, lengua, lenguas, español, castellano, inglés, francés, alemán, italiano, portugués, sueco, noruego, danés, finés, finlandés, japonés, catalán, gallego, euskera, vasco, chino, coreano, árabe, traducida, traducción, versión original, vo, vose',
  captions:
    'leerla, texto en pantalla, para leer, rótulos, en qué idiomas se puede leer, con letras, subtítulo, subtítulos, subtitulada, subtitulado, subtitulan, subs, subtitular, vose, leer en pantalla',
  dubbing:
    'voces, voz original, voces originales, las voces, actores de doblaje, actriz de doblaje, actor de doblaje, versión doblada, versión española, versión inglesa, en qué idioma se, en qué idioma está, en qué idioma es, idioma está, se puede oír en, se oye en, cambiar el idioma, cambiar de idioma, en mi idioma, traducida al, oírla en, audio original, en v o, en latino, doblar, doblaje, doblada, doblado, doblan, dobla, voz en español, pone la voz, voz de, audio en, versión original, vo, idioma original, original, sonido original, escuchar en, oír en, en español, en castellano, en inglés, en francés, en alemán, en catalán, ponerla en, verla en español, verla en inglés, hablan',
  deaf: 'oye regular, no oye nada, no oímos, sin oír, perdió el oído, ha perdido oído, poco oído, pierde oído, lleva audífonos, personas con sordera, sordo de, hipoacúsico, mudo, sin volumen, sin sonido, implante, va mal del oído, está sordo, está sorda, se ha quedado sordo, se ha quedado sorda, sordo, sorda, sordos, sordas, sordera, hipoacusia, discapacidad auditiva, problemas de audición, problemas de oído, duro de oído, dura de oído, no oye, no oigo, no oyen, oye mal, oigo mal, oye poco, no oye bien, oye fatal, audífono, audífonos, lengua de signos, pérdida auditiva, personas sordas, no escucha bien, mal del oído, implante coclear, no puede oír',
  blind:
    've fatal, ve regular, ve muy poco, apenas ve, casi no ve, no ve nada, se está quedando ciega, se está quedando ciego, se ha quedado ciego, se ha quedado ciega, vista cansada, mala vista, deficiencia visual, deficientes visuales, personas ciegas, glaucoma, cataratas, mal de la vista, perdió visión, sin ver, ciego, ciega, ciegos, ciegas, ceguera, invidente, invidentes, discapacidad visual, baja visión, no ve, no ven, ve mal, ve poco, no veo, veo mal, problemas de vista, problemas de visión, pérdida de visión, perdiendo la vista, no ve bien, no puede ver, perdió la vista, ha perdido la vista',
  description:
    'explican lo que se ve, cuentan lo que se ve, describen la imagen, describen las imágenes, describe las imágenes, voz que explica, voz que cuenta, narrador, narración, audiodescriben, audio descrita, locución, audiodescripción, audiodescrita, audiodescrito, audio descripción, descrita, narrada, describe lo que, describan, describen lo que, descripción de audio, voz que describe',
  'sound-effects':
    'ruidos de fondo, qué suena, lo que suena, sonidos de fondo, cuenten los ruidos, describan los ruidos, describan los sonidos, sonidos importantes, describen los sonidos, describe los sonidos, sonidos, ruido, ruidos, efectos de sonido, sonido ambiente, quién habla, indican los sonidos',
  shop: 'artículos, objetos, tazas, gorra, pegatinas, llavero, bolsa, artículos de la serie, cosas de la serie, comprarme, se vende, se venden, vendéis, en venta, a la venta, regalito, puedo comprar, carteles, tienda, comprar, venta, vender, venden, camiseta, camisetas, taza, pin, chapa, regalo, regalar, recuerdo, merchandising, merchan, productos, póster, lámina, patrón, sudadera, juguete, mercadería',
  press:
    'redacción, gabinete de comunicación, comunicación, responsable de prensa, agencia, acreditación, escribo para, escribo en, trabajo en una, reportero, reportera, televisión local, mi revista, mi periódico, mi blog, para un artículo, para un reportaje, notas de prensa, nota de prensa, prensa, radio, emisora, periodista, periodistas, medio, medios, periódico, revista, redactor, blog, bloguera, crítico, publicación, dossier, dossier de prensa, kit de prensa, artículo, reportaje, gabinete, podcast',
  picture:
    'foto de, fotos de, imagen de, imágenes de, imágenes en alta, imágenes oficiales, fotos oficiales, retrato, retratos, avatar, icono, fotogramas de, cartel en alta, imagen, imágenes, foto, fotos, fotografía, fotografías, fotograma, fotogramas, captura, fondo de pantalla, alta resolución, logo, logotipo, galería, emblema, qué aspecto, cómo es físicamente, apariencia',
  screener:
    'verla ya, verla antes que, ver los episodios antes, adelantada, acceso para prensa, enlace para prensa, pase previo, pase de prensa, =pase, =pases, visionado, copia previa, ver antes, verla antes, antes del estreno, por adelantado, antes que nadie, preestreno, screener, acceso anticipado, antes de que salga, antes de tiempo',
  review:
    'salen las críticas, publicar críticas, publicar una crítica, publicar la reseña, primeras críticas, opiniones, embargo de críticas, crítica, críticas, reseña, reseñas, publicar mi reseña, publicar la crítica, publicar críticas',
  interview:
    'hablar con alguien del reparto, hablar con el equipo, entrevisto, entrevistarla, entrevistarlo, pregunto al director, charlar con, entrevista, entrevistar, entrevistas, hablar con el director, hablar con la directora, hablar con el reparto, hablar con los actores',
  contact:
    'dónde escribo, dónde escribir, a qué correo, qué correo, ponerme en contacto, contactar con, quién lleva, con quién hablo, con quién contacto, a quién aviso, a quién hay que, contacto, contactar, correo, email, e mail, escribir a, dirección de correo, teléfono, a quién escribo, a quién le escribo, con quién, a quién pregunto, a quién me dirijo, gabinete de prensa',
  privacy:
    'información personal, información mía, anuncios, publicidad, me rastrea, me rastreáis, me seguís, me espían, guarda datos, guarda cookies, usa cookies, pone cookies, política de privacidad, terceros, analítica, estadísticas, registra, privacidad, cookie, cookies, rastrear, rastreo, rastrea, datos, datos personales, mis datos, rgpd, qué sabe de mí, sabe de mí, sabéis de mí, sabe esta, =recoge, =recogéis, =recogen, espía, espiar, vigila, =guardáis, =guardan, =guarda',
  site: 'este sitio, el sitio, vuestro sitio, web, página, esta página, sitio web, página web, portal',
  accessible:
    'personas con discapacidad, solo con teclado, con el teclado, letras grandes, ampliar, agrandar, texto alternativo, tecnologías de apoyo, braille, modo oscuro, navegable, sin javascript, para ciegos la web, manejar con, usable, accesible, accesibilidad, lector de pantalla, teclado, alto contraste, contraste, letra grande, discapacidad, discapacitados, nvda, jaws, sin ratón, usar el ratón, daltónico, daltónica, dislexia, ver las letras, tamaño de letra, lupa, javascript, scripts, letra más grande',
  'fan-work':
    'hecho por fans, hechos por fans, página de fans, hacer un vídeo, vídeo mío, en mi canal, en mi instagram, en youtube, en redes, mis redes, usar una foto, usar fotos, usar el logo, usar fotogramas, mi propia, mi propio, hacer una camiseta, pintar, ilustración, fanzine, canción mía, parodia, relato mío, escribir una historia, uso comercial, sacar dinero, ganar dinero, fan art, fanart, fanfic, fan fiction, cosplay, dibujo, dibujar, dibujos, crear algo, algo propio, hacer mi, hacer mis, disfraz, disfrazarme, vídeo propio, puedo usar, usar imágenes, mis dibujos, ilustraciones, tatuarme, tatuaje, subir mi, publicar mi, compartir mi, canal de youtube, vender mis, ánimo de lucro',
  rights: 'derechos, copyright, licencia, licencias, permiso, autorización, pedir permiso, permitido, legal',
  'public-screening':
    'proyectarla, poner la serie en, poner un episodio en, ponerla en el bar, cine club, cine forum, biblioteca, asociación, centro cívico, sesión pública, quedada de fans, en mi pueblo, proyección, proyectar, poner en el, ponerla en el, ponerla en mi, ponerla en clase, salón de actos, pueblo, ayuntamiento, proyecciones, proyección pública, cineclub, en clase, en mi bar, en público, en el instituto, centro cultural, en el colegio',
  trailer:
    'vídeo promocional, piezas, tráiler oficial, promoción, videoclip, clips, cómo se hizo, tráiler, trailers, avance, avances, teaser, clip, vídeo, vídeos, adelanto, primer vistazo, promo, piezas',
  news: 'noticia, noticias, novedad, novedades, canal de noticias, rss, boletín, newsletter, enterarme, avisadme, aviso, últimas',
  transcript:
    'texto de lo que se dice, lo que se dice en, lo que dicen en, escrito lo que, versión escrita, leer el tráiler, transcripción, texto del tráiler, por escrito, transcrito',
  poster: 'póster, cartel, imagen principal, carátula, portada',
  multiplayer: 'multijugador, cooperativo, juego cruzado, crossplay, un jugador, pantalla dividida',
  preorder: 'reserva, reservar, precompra, edición coleccionista, lista de deseos',
  requirements: 'requisitos, requisitos mínimos, requisitos del sistema, tarjeta gráfica',
  gameplay: 'jugabilidad, dificultad, niveles, mundo abierto',
};
