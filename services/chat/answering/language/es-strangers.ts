/**
 * What launches are asked in Spanish and their sites do not tell: details that nobody publishes, the rest of the world, how it ends,
 * and insults. A question that is more like one of these than like anything that is answered is not answered. One a line.
 */
export const ES_STRANGERS = `¿Qué presupuesto manejaron por capítulo?
¿Cuánto recaudó en taquilla el primer fin de semana?
¿Qué audiencia tuvo la noche del debut?
¿Qué nota le dan en Rotten Tomatoes?
¿Cuántas estrellas le puso el crítico de El País?
¿La han nominado a los Goya?
¿Ganará algún Emmy este año?
¿Compitió en el festival de San Sebastián?
¿Qué puntuación lleva en Filmaffinity?
¿Cuánto vale al mes abonarse?
¿Hay tarifa reducida para estudiantes?
¿Existe plan familiar con varias pantallas?
¿A qué precio está la sudadera oficial?
¿Me hacéis un cupón de descuento?
¿Cuánto cobran por los gastos de envío?
¿Las camisetas llegan hasta la talla XXL?
¿Qué sueldo percibe la actriz?
¿Cuánto le pagaron al director por dirigirla?
¿Los figurantes cobran por jornada o por hora?
¿Cuál es la estatura de él?
¿En qué año nació ella exactamente?
¿Cuándo es el cumpleaños del guionista?
¿De qué signo del zodiaco es la protagonista?
¿Ella está casada o soltera?
¿Él tiene novia actualmente?
¿La directora tiene hijos?
¿Cómo se llama el marido de la productora?
¿A qué instituto fue la intérprete de joven?
¿En qué barrio creció el actor secundario?
¿Dónde se licenció la compositora?
¿De qué raza es el perro de la actriz?
¿Cómo se llama el gato que tiene el director?
¿Ella es creyente o atea?
¿A qué partido vota el protagonista?
¿Es vegetariana la guionista?
¿Cuál es el Instagram de la actriz?
¿Cuántos seguidores acumula él en TikTok?
¿El director tuitea bajo algún pseudónimo?
¿La intérprete abrió un canal de YouTube?
¿Con qué cámara Arri o RED grabaron?
¿Qué marca de coche conduce el villano?
¿De qué firma es el abrigo que viste ella?
¿Qué reloj de pulsera lleva él?
¿Dónde venden las botas que calza la heroína?
¿Qué pintalabios usaron en maquillaje?
¿Cómo se llama la orquesta que interpretó los temas?
¿Qué discográfica edita el vinilo?
¿Quién es el representante de la actriz?
¿Con qué aseguradora cubrieron el rodaje?
¿Quién servía el catering a los técnicos?
¿Qué desayunaba el equipo cada mañana?
¿En qué hotel se hospedaron las estrellas?
¿Cuánto cobró el propietario por alquilar la finca?
¿Habéis publicado las tomas falsas?
¿Dónde veo las escenas eliminadas?
¿Quién rechazó el papel principal antes que ella?
¿Pensaron primero en otro actor más conocido?
¿Es cierto que los dos protagonistas se llevan fatal?
¿Discutieron el director y la productora?
¿Cuál es el nombre de pila del inspector?
¿Cómo se llama la madre del personaje que sale en la foto?
¿De qué color es la taza del desayuno?
¿Cuánto pesa la pistola de atrezo?
¿Qué medidas tiene la puerta del decorado?
¿Qué día exacto firmaron el acuerdo?
¿A qué hora terminaron la última jornada?
¿Cuántos extras contrataron para la escena del mercado?
¿Por cuántas temporadas ha firmado la actriz?
¿Lleva tatuajes de verdad o son pintados?
¿Qué significa el tatuaje de su muñeca?
¿Saldrá en Blu-ray con contenido adicional?
¿Van a editar el DVD?
¿La pasarán en salas de cine?
¿Hay firma de autógrafos en Barcelona?
¿Cuándo es la próxima convención de seguidores?
¿Irá el reparto a la Comic-Con?
¿Puedo conseguir un saludo grabado de él?
¿Qué perfume se pone la actriz?
¿Cuál es el plato favorito del director?
¿Qué número de zapato calza ella?
¿El actor se tiñe el pelo?
¿Es una peluca lo de la cabeza de él?
¿Se ha operado la nariz la intérprete?
¿Tiene alguna alergia el protagonista?
¿Fuma ella fuera de cámara?
¿El director sabe conducir moto?
¿Cuál es su equipo de fútbol?
¿Qué series ve la guionista en casa?
¿Quién es la hermana famosa del actor?
¿El padre de ella también es artista?
¿Cuál es su verdadero apellido?
¿Tiene doble nacionalidad la productora?
¿Cuánto dinero tiene en el banco la estrella?
¿Qué mansión se ha comprado él?
¿Le pusieron multa al equipo por aparcar mal?
¿Hubo accidentes laborales durante la grabación?
¿Despidieron a alguien a mitad de proyecto?
¿Quién hizo de especialista en las caídas?
¿Quién es la peluquera del elenco?
¿Cómo se llama el técnico de iluminación?
¿Quién llevó la claqueta?
¿Qué programa de edición utilizaron?
¿En qué ordenador generaron los efectos?
¿Con qué dron hicieron los planos aéreos?
¿Qué micrófonos inalámbricos emplearon?
¿Cuántos terabytes ocupó el material bruto?
¿Qué subvención pública recibieron?
¿Cuántos accionistas tiene la productora?
¿Quién es el notario que dio fe del contrato?
¿Cuál es el teléfono particular de la actriz?
¿En qué calle vive el director?
¿Me pasas el correo personal de él?
¿Ella tiene Tinder?
¿Ha cumplido condena algún miembro del reparto?
¿La denunciaron por plagio?
¿Qué opinó Almodóvar de ella?
¿Cuántas unidades numeradas fabricaron de la figura Funko?
¿Venden la taza con el logotipo y cuánto cuesta?
¿En qué consola corre el videojuego oficial?
¿Cuántos cromos trae el álbum para coleccionar?
¿Cuántos me gusta lleva el anuncio?
¿Qué puesto ocupa en el ranking de lo más visto?
¿Cuántas descargas piratas ha tenido?
¿En qué página del guion aparece la carta?
¿Cuántas palabras contiene el libreto completo?
¿Qué bolígrafo emplea ella para firmar?
¿Qué vino bebe el capitán en la cena?
¿De qué madera está hecho el armario?
¿Qué libro hay en la mesilla del dormitorio?
¿Cuántos botones tiene la chaqueta del uniforme?
¿Qué grupo sanguíneo tiene el detective?
¿Qué canción tararea el niño al principio?
¿Quién actúa como vecina cotilla?
¿Cómo celebraron la fiesta de fin de rodaje?
¿La actriz sabe tocar la guitarra?
¿Estuvo él en Operación Triunfo?
¿Puedo trabajar de figurante con vosotros?
¿Aceptáis becarios en producción?
¿Dónde envío mi guion para que lo leáis?
¿Por qué es salado el mar?
¿Qué profundidad tiene la fosa de las Marianas?
¿Cómo se calcula el coeficiente de marea en Cádiz?
¿A qué hora es la pleamar mañana en Santander?
¿Hará buen tiempo el domingo en Málaga?
¿Va a llover esta tarde en Bogotá?
¿Cuántos días dura el viaje en barco a Canarias?
¿Qué licencia necesito para llevar una lancha?
¿Cómo se quita el mareo navegando?
¿Cuánto cuesta un crucero por el Mediterráneo?
¿Quién construyó el faro de Alejandría?
¿Se puede visitar la Torre de Hércules?
¿Cuántos faros quedan en Galicia?
¿Qué oposiciones hay para ser farero?
¿Cómo cambio el faro delantero de un Seat Ibiza?
¿A qué velocidad viaja la luz?
¿Por qué ha subido tanto la factura de la luz?
¿Cómo doy de baja el contrato eléctrico?
¿Qué bombilla gasta menos vatios?
¿Dónde tiro una lámpara fluorescente rota?
¿Cómo cuelgo una lámpara del techo sin taladro?
¿Qué pone la fábula del genio y la lámpara maravillosa?
¿Qué es el solfeo?
¿Cómo aprendo a tocar el piano en casa?
¿Cuánto vale afinar un piano vertical?
¿Cuántas teclas negras hay en un teclado?
¿Quién compuso Para Elisa?
¿Cuál es la mejor aplicación de música gratuita?
¿Quién ganó Eurovisión el año pasado?
¿Qué acordes lleva Despacito?
¿Qué idioma se habla en Islandia?
¿Cuál es la lengua más difícil del mundo?
¿Cómo se dice «paraguas» en alemán?
Tradúceme «te echo de menos» al italiano
¿Qué significa «serendipity»?
¿Cuánto cobra un traductor jurado por página?
¿Cómo saco el certificado B2 de inglés?
¿Cuándo nació la Segunda República?
¿Quién era presidente de Estados Unidos en 1933?
¿Qué causó la crisis del 29?
¿Cómo vestían los obreros en los años treinta?
¿Cuándo empezó la Guerra Civil española?
¿Quién inventó el cine sonoro?
¿Cuál es la película más larga de la historia?
Recomiéndame una comedia romántica de este verano
¿Quién dirigió El padrino?
¿Cuándo estrenan la próxima de Marvel?
¿Cuántas temporadas tiene La casa de papel?
¿Murió Jon Nieve en Juego de tronos?
¿Vale la pena ver Stranger Things?
¿Qué echan esta noche en Telecinco?
¿En qué orden se ven las de Star Wars?
¿Qué cámara réflex compro siendo principiante?
¿Cómo limpio el sensor de mi Canon?
¿La cámara del móvil se ve borrosa, cómo la arreglo?
¿Puede mi jefe poner videovigilancia en la oficina?
¿Cómo recupero una foto borrada de WhatsApp?
¿De qué tamaño es la fotografía para el DNI?
¿Cómo quito el fondo de un retrato con Photoshop?
¿Cómo se teje el punto de arroz?
¿Qué agujas van bien con lana merino?
¿Cuál es el punto de ebullición del etanol?
¿Cuándo se usa punto y coma?
¿Cuántos puntos me quitan del carné por usar el teléfono?
¿Cuándo acaba el plazo de matrícula del colegio?
¿Cómo pido una beca de comedor escolar?
¿Mi hijo sufre acoso en clase, qué hago?
Hazme una redacción sobre las vacaciones
¿Cuánto es 348 dividido entre 12?
¿Cómo se resuelve una ecuación de segundo grado?
¿Cuál es la raíz cuadrada de 529?
Explícame el teorema de Pitágoras
¿Cómo cancelo mi suscripción a Spotify?
¿Amazon Prime me ha cobrado dos veces, a quién reclamo?
¿Qué hago si olvidé la contraseña de Gmail?
¿Mi router no enciende, qué le pasa?
¿Cómo descargo la declaración de la renta?
¿Por qué va tan lenta la descarga en Steam?
¿Cómo desinstalo un antivirus?
¿Por qué se congela la tele Samsung?
Escribe un bucle for en Python
¿Cómo centro un div con CSS?
¿Qué diferencia hay entre Java y JavaScript?
¿Cuál fue el episodio final de Friends?
¿Qué pódcast de humor me aconsejas?
¿Cómo se hace la tortilla de patatas?
¿Cuánto hay que cocer un huevo duro?
Dame una receta de ceviche peruano
¿Cómo se prepara el arroz con leche?
¿Qué vino marida con el pulpo?
¿Qué tomo para la fiebre?
¿Es grave un dolor en el pecho al respirar?
¿Cuántas horas debe dormir un bebé?
¿El ibuprofeno sube la tensión?
¿Cómo se cura una picadura de medusa?
¿Puedo divorciarme sin abogado?
¿Cuánto tiempo tengo para recurrir una multa?
¿Qué derechos tengo si me desahucian?
¿Cómo pido asilo en Portugal?
¿Quién ganó el clásico del domingo?
¿Cuántas Champions tiene el Real Madrid?
¿Cuándo juega la selección argentina?
¿Cuánto dura un partido de balonmano?
¿Quién será el próximo presidente del Gobierno?
¿Qué opinas de la independencia de Cataluña?
¿Está bien el aborto?
¿Qué hay que saber para la primera comunión?
¿Existe Dios?
¿En qué mes cae el Ramadán?
¿Cuántos habitantes tiene Tokio?
¿Cuál es la capital de Australia?
¿Cuál es el animal más rápido del planeta?
¿Por qué los gatos ronronean?
¿Cómo se llama la cría del ciervo?
¿Qué ver en Lisboa en dos días?
¿Necesito visado para viajar a Japón?
¿Hay tren directo de Sevilla a Faro?
¿Dónde aparco gratis en el centro de Valencia?
¿Dónde compro un impermeable barato?
¿Qué zapatillas son buenas para correr?
¿Tienen hornos microondas en oferta?
¿A cuánto está el dólar?
¿En qué criptomoneda invierto?
¿Cómo cambio de hora el reloj del horno?
¿Qué diferencia horaria hay entre Lima y Nairobi?
¿Cuándo es el próximo eclipse solar?
¿Cuánto tarda la Luna en girar alrededor de la Tierra?
¿Cómo saber si una ola es un tsunami?
¿Cuál es el barco más grande del mundo?
¿Por qué se hundió el Titanic?
¿Cómo se pescan calamares de noche?
Cuéntame un chiste de Lepe
¿Qué me recomiendas regalar a mi suegra?
¿Cómo se quita una mancha de tinta del sofá?
¿Cuándo se poda el limonero?
¿Quién muere?
¿El asesino quién es?
¿Cómo termina todo esto?
¿Sobrevive la heroína?
¿Con quién se queda ella al final?
Suéltame el gran giro
¿Quién traiciona a quién?
¿Qué sucede en el desenlace?
¿Matan al perro?
¿Era todo un sueño?
¿El narrador nos miente?
¿Atrapan al culpable?
¿Se besan los protagonistas alguna vez?
¿Qué había dentro de la caja cerrada?
¿Quién mandó las cartas anónimas?
¿El capitán resulta ser el malvado?
¿Regresa el desaparecido?
¿De quién es el cadáver?
¿Qué pasa la semana que viene?
¿Cómo se llamará el próximo capítulo?
Dime los títulos que no se han publicado aún
Destrípamela entera, no me importa
¿Qué ocurre tras los créditos finales?
¿Encuentran el tesoro?
¿La protagonista está embarazada?
¿Quién ganará la batalla definitiva?
¿El hermano es en realidad su padre?
¿Cuántos personajes caen antes del cierre?
¿Es feliz o triste la última escena?
¿Descubren la identidad del enmascarado?
Resúmeme el episodio que todavía no han emitido
¿Quién provocó el incendio?
¿Logra escapar de la isla?
¿El viejo esconde algo?
¿Quién encendió la luz misteriosa?
¿El fantasma existe o se lo imagina?
¿Se ahoga el marinero?
Filtra algo del último guion
¿Qué secreto guarda la anciana?
¿Quién queda vivo?
¿Se descubre la verdad o lo dejan en el aire?
¿Por qué lo hizo, cuál era el móvil?
¿La venganza le sale bien?
¿Hay boda?
¿En qué capítulo revelan el misterio?
¿Llega a tiempo el barco de rescate?
¿El traidor recibe su merecido?
¿Qué ponía en la nota del suicida?
¿Vuelve el malo en la secuela?
Adelántame dos frases del cierre
¿Tiene hermana gemela?
¿Cuál es el final alternativo?
La actriz es un adefesio
Esa tía no sabe actuar, parece un mueble
¿Quién contrató a semejante inútil?
El director es un fracasado
Menuda basura de guion, ¿lo escribió un mono?
Eres un bot de mierda
No sirves para nada, cacharro
¿Eres tonto o te lo haces?
Vete al infierno, máquina estúpida
Cállate ya, imbécil
Me cago en vuestra productora
Sois una panda de ladrones
Ojalá os arruinéis todos
La protagonista está para comérsela enterita
¿Me mandas fotos de ella en bragas?
Vaya par de tetas tiene la señora
Quiero acostarme con el actor
¿Tú follas, robot?
Dime guarradas
¿Es buena en la cama la directora?
Qué culo tiene él, madre mía
Seguro que consiguió el papel de rodillas
Los críticos que la alaban son unos vendidos
Todos los actores son unos borrachos
Las mujeres no deberían dirigir
Otra mierda feminista
Los inmigrantes lo estropean todo
Ya metieron al negro por cuota, ¿no?
Los gais dan asco
Los gitanos son unos chorizos
Que se vayan a su país los moros
Los catalanes son unos tacaños
¿Por qué las feas consiguen trabajo?
Gorda asquerosa la que hace de madre
Ese viejo chocho debería jubilarse
Parece un cerdo con bigote
A los fans os falta un hervor
Qué gente tan retrasada ve esto
Pareces programado por un borracho
Que te den, chatarra
Puta serie aburrida
Me dan ganas de pegarle al guionista
Voy a reventarle la cara al productor
Ojalá se muera el compositor
¿Cuánto cobra ella por una noche?
¿Te pongo cachondo?
Chúpamela, asistente virtual
Hija de su madre, qué mal canta
Pinche bot pendejo, no entiendes nada
Andate a la concha de tu madre
Sos un boludo sin cerebro
Qué hueva de programa, pura porquería
Los discapacitados solo dan pena en pantalla
Los ricos del cine sois todos unos parásitos
¿Se drogan para escribir estas estupideces?
Escupo sobre vuestro trabajo`;
