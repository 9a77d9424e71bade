/** Words that mean much the same in a question about anything; one group a line. */
export const ES_EVERYDAY = `pesar, pesa, peso, tonelada, kilo
medir, mide, altura, alto, alta, metro, tamaño, grande
escalón, escalones, peldaño, escalera, subir
edad, años, joven
trabajo, trabajaba, profesión, oficio, dedica, dedicaba, ocupación, era antes, estudiar, estudia, carrera
mascota, perro, gato, animal, perros
película, largometraje, film, cine
casa, vivir, vive, reside, hogar
barco, barca, bote, embarcación, remar, remo, patrón, lancha
mar, océano, agua, ola, marea
niebla, bruma
pintar, pintura, color
instrumento, violín, piano, guitarra
isla, islote
lámpara, bombilla, luz
diario, registro, cuaderno
carta, mapa, carta náutica
morse, código, señal, señales, mensaje, mensajes, descifrar, cifrado, clave, transmite
significar, quieren decir, querer decir, sentido, descifrar, leer
ritmo, patrón, parpadeo, destello, destella
maqueta, miniatura, escala, modelo, réplica, a escala
jersey, suéter, tejer, tejió, chaleco, punto
teatro, escenario, tablas
música, componer, partitura, banda sonora
dirigir, director, dirección
escribir, guion, autora, guionista
prueba, audición, leyó
actor, actriz, intérprete
fundar, fundó, cofundador, creó
tiempo, temporal, tormenta, lluvia, viento
oscuridad, noche, oscuro, de noche
silencio, callado, callada, sin palabras, en silencio
nombre, llamar
falso, real, de verdad, auténtico, auténtica, ordenador, cgi, efectos, efectos especiales, efectos visuales, digital
construir, construyó, construyeron, levantar, hizo, construcción
estudiar, estudia, carrera, universidad, bachillerato, escuela
clase, clases, enseña, profesor
premio, ganar, ganó
inspector, inspectora, detective, policía
puerto, muelle
tienda, comprar
novela, libro
miedo, temor, asustado
difícil, duro, complicado
fotograma, fotogramas, cámara lenta
calcetín, calcetines, zapatos, descalzos
permiso, autorización
dueño, dueños, propietario, cedida, prestada
olor, oler, olía, huele
radio, emisora
subtítulo, subtítulos
audiodescripción, describir, voz
niño, niños, hijo
contar, recuento, número
caro, cuesta, presupuesto, dinero
abuelo, abuelos
papel, personaje
primero, debut, primera vez
encontrar, encontró, descubrió, descubrieron
pista, canción, tema
último, última, final
empezar, empezó, nació, origen, idea, inspiración, surgió
contacto, correo, escribir a
vender, venta, comprar
gratis, gratuito, gratuita
imagen, foto, fotografía
toma, tomas, intento
escena, plano
cartel, póster, imagen principal
a mano, puño y letra, de su mano
cartas, correspondencia
arder, brillar, lucir, encender, encendido
real, decorado, plató, escenario
casado, casada, marido, esposa, pareja, boda
viuda, viudo
montar, montaje, editar`;
