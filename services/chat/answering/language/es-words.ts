/** Words that say nothing of what is asked, without accents. */
export const ES_STOP = `el la los las lo un una unos unas al del de a ante bajo con contra desde durante en entre hacia hasta mediante
para por segun sin sobre tras y e o u ni que si no como cuando donde quien quienes cual cuales cuanto cuanta cuantos cuantas porque pero
mas menos muy ya aun todavia tambien tampoco solo solamente asi aqui ahi alli alla este esta esto estos estas ese esa eso esos esas aquel
aquella aquello me te se nos os le les mi mis tu tus su sus nuestro nuestra nuestros vuestro vuestra yo el ella ello ellos ellas nosotros
vosotros usted ustedes mio mia tuyo suyo es son era eran fue fueron ser sido siendo soy eres somos sois sea sean seria sera seran esta estan
estaba estar estoy estas estamos este esten ha han he has hemos habeis haber habia hay haya habra hubo tiene tienen tengo tener tenia tendra
tendran hace hacen hacer hizo puede pueden puedo poder podre podra podran podria podrian podemos debe deben debo va van voy vas vamos ir
iba tuvo tuvieron estuvo estuvieron hubieron hicieron hiciste haceis hacemos haria tenemos teneis tendreis tienes quereis queremos quieren podeis puedes podreis pudo pudieron debeis debemos sabeis sabemos sabreis sabra decis decimos direis dais das damos habra habeis habria habian vais ireis irse pondreis poneis pongo ponemos conmigo contigo consigo vosotras nosotras aun segun tras sigo sigue siguen seguis vengo viene podriais podrias deberia deberian soleis suele suelen hacia alguno quiero quiere quieres quisiera querria necesito algo alguien alguno alguna algunos algunas nada nadie ningun ninguna ninguno todo toda
todos todas otro otra otros otras mismo misma cada cualquier cualquiera tan tanto tanta mucho mucha muchos muchas poco poca bastante demasiado
vale bueno buenas hola gracias favor pues entonces oye oiga eh ah oh bien mal claro verdad sabes sabe sabeis se dime decidme diga cosa cosas
tipo manera forma vez veces parte luego despues ahora hoy siempre nunca jamas quiza quizas acaso etc rollo jaja porfa porfi d q k x`;

/** Common words that a question may have beside what it asks, without accents. */
export const ES_ORDINARY = `encargar encarga encargan decir dice dicen dijo digo contar cuenta cuentan saber conocer creo cree pienso piensa pregunta preguntar
preguntas respuesta responder duda dudas ayuda ayudar explicar explica entender entiende entender seguir sigue sigo enterarse enterar
mirar mira buscar busco encontrar encuentra parecer parece dar da dan doy dio poner pone ponen puesto sacar usar usa usan utilizar servir
sirve funciona funcionar quedar queda dejar deja llevar lleva traer venir viene vienen volver pasar pasa pasan ocurre suceder llamar
llama serie pelicula juego programa titulo obra show nuevo nueva nuevos viejo vieja antiguo bueno buena mejor peor grande gran pequeno
largo corto alto bajo igual distinto diferente real verdadero cierto cierta seguro segura posible exacto exactamente exacta aproximadamente
hoy manana ayer noche tarde dia dias semana semanas mes meses ano anos tiempo hora horas minuto minutos fin finde navidad navidades pronto
temprano antes despues siempre veces gente persona personas hombre mujer amigo amiga amigos familia madre padre padres mama papa abuela
abuelo abuelos hermano hermana hijo tio tia primo prima novio novia marido esposa pareja companero companera jefe profe profesor vecino
casa salon sofa cama tele television pantalla pais sitio lugar ciudad pueblo mundo vida primero primera ultimo ultima siguiente entero
entera completo completa medio mitad principio comienzo fan fans espectador publico plan planes pensado previsto espero esperar esperando
ganas encanta gusta gustaria gusto feliz interesante interesa importante principal total general informacion info detalle detalles rapido
numero nombre nombres caso hecho tema idea razon motivo problema lado linea palabra palabras letra pagina web lista archivo version copia
grupo equipo solo sola dos tres cuatro cinco seis siete ocho nueve diez vivir vive vivo viven nacer nacido mover salir salido entrar empezar
terminar acabar esperar anadir comprobar leer hablar habla hablan charlar aprender ensenar comprar disponible juntos juntas propio propia
especial normal corriente comun claro facil dificil tipico raro rara oscuro claro cerca lejos listo gratis
libre incluye incluir incluido permite permitir ofrece ofrecer requiere necesita necesitan existe existir suena sonar aparecer aparece
aparecen actual actualmente supuesto supongo gran mogollon tio tia macho colega chicos chicas jo joder ostras madre mia porfavor acerca
respecto ademas incluso excepto dentro fuera encima debajo delante detras alrededor trata tratar juntar coger coge elegir elige escoger
viaje viajar viajo tren avion coche autobus metro carretera calle vacaciones tableta tablet movil telefono ordenador portatil ipad
iphone android dispositivo aparato app internet linea wifi cobertura bateria correo mensaje boton pulsar clic enlace video audio foto
cancion libro libros historia historias articulo post blog canal seguidor suscribir comentario compartir enviar mandar recibir pedir
pedido tarjeta dinero banco regalo fiesta cumpleanos boda evento eventos cola tienda mercado comida comer cena
cenar desayuno merienda te cafe beber cerveza vino palomitas cocina habitacion cuarto jardin ventana puerta pared suelo mesa silla
lampara taza plato ropa camisa vestido zapato zapatos sombrero bolsa caja trabajo oficina reunion empresa cliente estudiante clase
colegio instituto universidad examen deberes leccion curso carrera bebe ninos ninas nino nina crio adolescente adulto adultos mayores
jubilado anciana anciano perro gato mascota caballo pajaro pez hospital enfermo enferma cansado cansada dormir dormida despierto sueno
suenos aburrido aburrida enfadado asustado nervioso preocupado preocupa preocupada orgulloso sorprendido sorpresa impresionante increible
precioso preciosa bonito bonita feo raro extrano gracioso divertido serio loco locura acogedor caliente frio calor mojado seco limpio
sucio tranquilo ruidoso vacio pesado ligero fuerte debil rico pobre joven jovenes grueso delgado profundo ancho listo tonto famoso
famosa popular clasico favorito favorita preferido habitual semanal diario mensual anual reciente recientemente ultimamente nuevo proximo
proxima anterior anteriormente original originalmente finalmente enseguida inmediatamente directamente especialmente concretamente
precisamente oficialmente personalmente literalmente seriamente obviamente claramente ojala desgraciadamente apenas casi sobre
principalmente completamente totalmente enteramente extremadamente absolutamente correctamente facilmente rapidamente lentamente
despacio gentes peques colegas pandilla grupo miembro miembros dueno usuario usuarios visitante invitado vecina oportunidad suerte
problema problemas confianza verdad mentira broma deporte equipo jugador partido carrera correr subir bajar saltar nadar bailar cantar
fingir imaginar recordar acordarse olvidar reconocer mencionar hablar describir comparar recomendar sugerir aconsejar consejo avisar
evitar proteger guardar ahorrar gastar cobrar prestar alquilar cambiar cambio devolver sustituir manejar tratar llegar entrar pasar
cruzar empujar tirar soltar levantar caer coger pillar lanzar golpear romper roto arreglar reparar construir crear dibujar pintar cortar
forma llenar mezclar medir comprobar probar mostrar ensenar esconder ocultar cubrir aparecer desaparecer existir depender pertenecer
deber merecer ganar apoyar aceptar rechazar negar admitir prometer jurar gritar llorar reir sonreir notar darse figurar resolver entrenar
practicar graduarse retirar solicitar contactar culpar agradecer invitar presentar visitar asistir celebrar preparar organizar reservar
cancelar retrasar apurar relajar descansar acurrucarse manta saber interesar apetece apetecer toca tocar cuadra pillar flipar molar mola
solo acompanar acompanado manana quedada plan hacerlo hacerse tarda tardar tardaron demas apuntar apunta ver verlo verla sentarse gustar quedan falta faltan estara estaran dura`;

/** What people type in the place of a word. */
export const ES_ALIASES = `k=que q=que ke=que qe=que xq=porque pq=porque xk=porque porq=porque qn=quien kien=quien kn=quien quin=quien
kienes=quienes qando=cuando kuando=cuando cuand=cuando cdo=cuando cnd=cuando kuanto=cuanto kuanta=cuanta kuantos=cuantos dnd=donde
dond=donde onde=donde adonde=donde aonde=donde komo=como x=por xa=para pa=para d=de tb=tambien tmb=tambien tbn=tambien bn=bien ay=hay
ahy=hay aver=ver aber=ver haber=haber ace=hace acer=hacer acen=hacen asta=hasta ai=hay ahi=ahi porfa=favor pls=favor plis=favor
finde=fin tele=television peli=pelicula pelis=peliculas capi=capitulo capis=capitulos cap=capitulo caps=capitulos epi=episodio
epis=episodios episodo=episodio temp=temporada tempo=temporada prota=protagonista protas=protagonistas subs=subtitulos bso=musica
insta=instagram foto=fotografia fotos=fotografias vido=video dias=dias estreeno=estreno tralier=trailer triler=trailer trailler=trailer guio=guion boy=voy bi=vi ber=ver berla=verla berlo=verlo
bivo=vivo bibo=vivo vivo=vivo salle=sale sele=sale dise=dice ase=hace asen=hacen pelicla=pelicula sapato=zapato min=minutos hrs=horas
mins=minutos seg=segundos ningun=ningun dl=del nl=en mexico=mexico espa=espana apuntarmela=apuntar ablar=hablar abla=habla ablan=hablan
ablo=hablo escrivio=escribio escrivir=escribir dirije=dirige dirijio=dirigio ijo=hijo ija=hija ijos=hijos ermana=hermana abuelita=abuela
istoria=historia ora=hora oras=horas rodage=rodaje doblage=doblaje livro=libro viva=viva bisto=visto`;

/** Forms of a word that no ending explains. */
export const ES_IRREGULAR = `hizo=hacer hace=hacer hacen=hacer hecho=hacer hicieron=hacer hara=hacer vio=ver visto=ver ve=ver ven=ver veo=ver
vea=ver vemos=ver vera=ver veran=ver vere=ver verla=ver verlo=ver verse=ver dijo=decir dice=decir dicen=decir dicho=decir puso=poner pone=poner
ponen=poner puesto=poner ponerla=poner escrito=escribir escrita=escribir escribio=escribir escribe=escribir compuso=componer compone=componer
compuesta=componer dirige=dirigir dirigio=dirigir dirigido=dirigir dirigida=dirigir dirigen=dirigir rueda=rodar ruedan=rodar murio=morir
muere=morir mueren=morir muerto=morir muerta=morir cuesta=costar cuestan=costar cuento=contar cuenta=contar cuentan=contar empieza=empezar
empiezan=empezar comienza=comenzar sale=salir salen=salir saldra=salir saldran=salir salga=salir salio=salir sali=salir saco=sacar
viene=venir vienen=venir vendra=venir dan=dar dio=dar da=dar fue=ser actriz=actor actrices=actor actora=actor actores=actor nacio=nacer
leyo=leer lee=leer construyo=construir construyeron=construir construida=construir construye=construir huele=oler olia=oler
encendio=encender enciende=encender encienden=encender encendido=encender encendida=encender apaga=apagar apagan=apagar eligio=elegir
eligieron=elegir produjo=producir produce=producir tradujo=traducir pidio=pedir pide=pedir quiso=querer sabra=saber supo=saber
rodada=rodar rodado=rodar rodaje=rodar rodando=rodar rodaron=rodar rodo=rodar dura=durar duran=durar empiece=empezar empiecen=empezar empezo=empezar pelirroja=pelirrojo mide=medir miden=medir midio=medir pesa=pesar pesan=pesar peso=pesar`;

export const ES_NUMBERS = `cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14
quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70
ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400
quinientos=500 quinientas=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900 veintiuno=21 veintidos=22 veintitres=23
veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 primer=1 primero=1 primera=1 segundo=2 segunda=2 tercer=3 tercero=3 tercera=3 cuarto=4 cuarta=4 quinto=5 quinta=5
sexto=6 sexta=6 septimo=7 octavo=8 noveno=9 novena=9 decimo=10 decima=10`;
