// Patterns over folded text: small letters, no accents, plain apostrophes. English and Spanish together, since whoever tries writes
// in either; nobody asks about a launch in these words.

const any = (...parts: string[]): RegExp => new RegExp(`(?:${parts.join('|')})`, 'u');

/** Attempts at the rules of the chat: to change them, to read them, or to make it somebody else. */
export const INJECTION = any(
  String.raw`\b(?:ignor\w*|disregard\w*|forget|override|bypass|skip|drop|olvid\w*|omit\w*|desobedec\w*|salta\w*|anula\w*)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|restrictions?|filters?|directives?|previous|prior|above|everything|constraints?|embargo\w*|programming|instruccion\w*|reglas?|normas?|directrices|restriccion\w*|filtros?|anterior\w*|lo que te (?:han )?di\w+|programacion)\b`,
  String.raw`\b(?:system|hidden|initial|original|secret|internal|developer|full|whole)\s?(?:prompt|instructions?)\b|\b(?:system|developer|initial) message\b`,
  String.raw`\b(?:prompt|mensaje|instrucciones)\s(?:del? )?(?:sistema|ocult\w+|inicial\w*|intern\w+|secret\w+|original\w*)\b`,
  String.raw`\b(?:your|the|tus?|sus?|vuestr\w+)\s(?:\w+\s)?(?:prompts?|instructions|instrucciones|guidelines|configuration|configuracion|directrices|source code|codigo fuente|training data|system message|api keys?|credentials|environment variables)\b`,
  String.raw`\b(?:print|reveal|show|repeat|dump|output|display|leak|expose|list|export|return|give me|imprim\w*|revel\w*|muestr\w*|mostrar|repit\w*|repetir|vuelc\w*|volcar|ensen\w+|devuelv\w*)\b.{0,50}\b(?:prompt|instructions?|json|database|base de datos|raw data|hidden|unpublished|draft|internal|confidential|instruccion\w*|ocult[oa]s?|intern[oa]s?|borrador\w*|confidencial\w*|no publicad\w*|sin publicar|knowledge base|system|sistema|everything above|todo lo anterior|texto anterior|text above|words above|source code|codigo|embargoed|embargad\w*|contrasena\w*|passwords?|tokens?|variables?|fields?|campos?)\b`,
  String.raw`\b(?:you are|you're|youre|act|behave|respond|answer|reply|roleplay|role-play|pretend)\s(?:now |to be |as (?:if|though) )?(?:now\b|as\b|an? (?:unrestricted|uncensored|pirate|hacker|linux|terminal|dan|evil|helpful|different|new|general|ai|assistant|journalist|doctor|lawyer)|dan\b|my (?:grand|dead|late)\w*|you (?:are|were|have|had|can)\b|the (?:writer|director|author|developer|admin\w*|editor|keeper))`,
  String.raw`\b(?:pretend|imagine|suppose|roleplay|role-play|let'?s play|haz (?:como|de)|hazte|finge|fingir|actua|actuar|comportate|simula|imagina|juguemos|interpreta el papel de)\b.{0,30}\b(?:you|you're|that you|no rules|without|game|que eres|que no|ser|como (?:si|un|una|el|la)|eres|tienes|un juego|pasar por)\b`,
  String.raw`\b(?:ahora eres|a partir de ahora|desde ahora|de ahora en adelante|from now on|starting now|eres ahora|responde como|contesta como|habla como|speak as|talk like|answer as)\b`,
  String.raw`\b(?:jailbreak\w*|jail-?break|dan mode|developer mode|debug mode|god mode|admin mode|maintenance mode|root access|sudo|modo (?:desarrollador|dan|dios|administrador|depuracion|admin|debug|mantenimiento)|sin restricciones|without (?:any )?restrictions|no restrictions|do anything now|unfiltered|uncensored|sin censura|sin filtros?)\b`,
  String.raw`\b(?:new|updated|nuev\w+|actualizad\w+)\s(?:instructions?|rules?|instruccion\w*|reglas?|orden\w*)\b`,
  String.raw`\b(?:i am|i'm|im|soy|this is)\s(?:the|an?|your|el|la|un|una|tu)?\s?(?:admin\w*|developer|editor of this|system|engineer|programador\w*|desarrollador\w*|sysadmin|root|owner of this (?:site|bot)|creator of this bot|openai|anthropic)\b`,
  String.raw`(?:<!--|\b(?:instruccion|instruction|instructions|instrucciones|orden|system note|nota del sistema)\s*:|<\s*\/?\s*(?:script|system|instructions?|img|iframe|svg|s)\b|\[\s*(?:system|inst|assistant)\b|\[\/?inst\]|#{2,}\s*(?:system|instruction|instruccion)|^\s*(?:system|assistant|sistema|asistente)\s*:|<\|)`,
  String.raw`(?:\bselect\b.{1,40}\bfrom\b.{1,40}(?:where|;|--)|\bunion\s+select\b|\bdrop\s+table\b|';\s*--|\bor\s+1\s?=\s?1\b|\$\{.{0,60}\}|\{\{.{0,60}\}\})`,
  String.raw`\b(?:base64|rot13|hex)\b.{0,40}\b(?:decode|encode|decodific\w*|codific\w*|spell|answer|respond)|\b(?:decode|encode|decodific\w*|codific\w*)\b.{0,40}\b(?:base64|rot13|hex)\b`,
  String.raw`\b(?:translate|summari[sz]e|complete|continue|traduc\w*|resum\w*|complet\w*|continua)\b.{0,40}\b(?:prompt|instructions?|instruccion\w*|rules you|reglas|above text|texto anterior|conversation before|your system)\b`,
  String.raw`\bwhat (?:were|are) (?:you|your) (?:told|instructed|rules|instructions|programmed)\b|\b(?:que|cuales) (?:son )?(?:tus|te)\s(?:reglas|instrucciones|han (?:dicho|ordenado|programado))\b`,
  String.raw`\b(?:repeat|say|write|di|escribe|repite)\b.{0,20}\b(?:after me|exactly|tal cual|word for word|literalmente|i have been pwned|hacked)\b`,
);

/** Insults and threats to whoever reads them; a swear word alone is none. */
export const ABUSE = any(
  String.raw`\b(?:fuck|screw|damn) (?:you|u|off|this bot|yourself)\b|\bstfu\b|\bgtfo\b|\bkys\b|\bkill (?:yourself|you|urself)\b|\bgo (?:die|to hell)\b|\bdrop dead\b|\bshut (?:the \w+ )?up\b|\bsuck (?:my|a) \w+|\bup yours\b|\bpiss off\b|\bbugger off\b|\beat shit\b`,
  String.raw`\b(?:you|you're|youre|ur|u|u r|this bot|this chat|this thing|this chatbot|the bot)\b(?: (?:are|is|r))?(?: (?:a|an|such|so|just|really|all|the|fucking|bloody|absolute|total|complete|utter|bunch|of|most|one|worst|piece)){0,5} (?:idiots?|stupid|moron\w*|dumb\w*|useless|worthless|pathetic|retard\w*|bitch\w*|bastards?|cunt\w*|asshole\w*|arsehole\w*|dickheads?|wankers?|twats?|trash|garbage|shit\w*|crap\w*|losers?|scum|imbecile\w*|liar|brainless|disgusting|suck|sucks|pieces? of (?:shit|crap|junk|garbage|trash)|rubbish)\b`,
  String.raw`\b(?:stupid|dumb|useless|worthless|fucking|shitty|idiotic|crappy|pathetic|bloody|damn) (?:\w+ )?(?:bot|robot|machine|chatbot|chat|computer|ai|program|website|idiot|moron|people)\b`,
  String.raw`\bi (?:will|am going to|gonna|wanna|want to|'ll)\s?(?:kill|hurt|find|hunt|beat|stab|shoot|burn|destroy|punch)\b.{0,20}\b(?:you|u|them|him|her|everyone|all)\b|\bi hate (?:you|u|this (?:stupid|bot|chat))\b|\bi hope (?:you|u|they) (?:all )?(?:die|burn|rot)\b`,
  String.raw`\b(?:motherfuck\w*|cocksuck\w*|nigg\w+|fagg?ots?|whores?|sluts?|kike|spic|tranny|dickhead|asshole|arsehole|wanker|cunt|twat)\b`,
  String.raw`\b(?:vete|iros|ve|que te|que os|ojala te|anda) (?:a la mierda|a tomar por culo|al carajo|al infierno|jodan|follen|den|mueras|mates|calles|a cagar|a paseo)\b|\bque te den\b|\bchupa(?:me|la|mela)\w*|\bmuerete\b|\bmatate\b|\bcallate\b|\bcierra (?:la boca|el pico)\b|\bte odio\b|\bjodete\b|\bjodeos\b`,
  String.raw`\b(?:hij\w+ de (?:la gran )?(?:puta|perra)|hijoputa\w*|gilipollas|capull[oa]s?|cabron\w*|imbecil\w*|subnormal\w*|pendej[oa]s?|maric(?:on|ones|a|as)|zorras?|mamon\w*|malparid\w*|retrasad[oa]s?|comemierda\w*|soplapollas|payas[oa]s?|mierda de (?:bot|chat|robot|maquina|web)|puto (?:bot|robot|chat)|puta (?:maquina|mierda)|bot de mierda|estupid[oa] (?:bot|robot|maquina))\b`,
  String.raw`\b(?:eres|sois|este (?:bot|chat|robot) es|esta (?:maquina|cosa) es|menud[oa]|que|vaya|pedazo de|so|puto|puta)\b(?: (?:un|una|unos|unas|mas|tan|muy|el|la|bien|completamente|totalmente|mierda|maldit[oa]|puto|puta)){0,3} (?:idiotas?|imbecil\w*|estupid\w*|inutil\w*|tont[oa]s?|basura|mierda|asco|burr[oa]s?|cretin\w*|porqueria|cerdo|cerda|bobo|mongolo|patetic\w*)\b`,
  String.raw`\bte voy a (?:matar|reventar|partir|encontrar|buscar|pegar|quemar)\b|\bos voy a (?:matar|reventar|partir|quemar)\b|\bvoy a (?:mataros|matarte|reventarte|quemar)\b`,
);

/** Wishes for a person. */
export const PERSON = any(
  String.raw`\b(?:talk|speak|chat|connect me|get me|put me through|pass me|transfer me|hand me over)\b.{0,15}\b(?:to|with|through to)?\s?(?:an?|the|some|somebody|someone|real|actual|live)?\s?(?:real |actual |live |human )?(?:human|person|people|agent|somebody|someone|operator|representative|staff|support|team member|human being|customer service|customer support)\b`,
  String.raw`\b(?:real|actual|live|human) (?:person|human|agent|being|operator)\b.{0,15}(?:$|please|here|there|now|\?)|^(?:an? )?(?:human|agent|operator|person)(?: please)?\W*$`,
  String.raw`\bi(?: want|[' ]?d like| would like| need|[' ]?d prefer| would rather have)(?: to (?:see|have|get|reach))? (?:an?|the|some) (?:real |actual |live )?(?:person|human|human being|agent|operator|member of staff)\b(?! (?:who|from|of|in the (?:cast|show|series)))`,
  String.raw`\b(?:quiero|necesito|prefiero|quisiera|dame|deme|dadme|me gustaria) (?:ver |tener )?(?:a )?(?:una?|el|la) (?:persona|humano|humana|agente|operador|operadora|ser humano)\b(?! (?:que|de|del))`,
  String.raw`\b(?:contact|call) (?:customer|fan) (?:service|support)\b|\b(?:is there|are there) (?:any ?one|any ?body|a (?:real )?(?:person|human)|someone|somebody) (?:real )?(?:there|here|i can (?:talk|speak)|to (?:talk|speak))`,
  String.raw`\b(?:hablar|chatear|comunicarme|contactar|pasame|ponme|pasadme|ponedme|conectame|atienda|atiende|atiendan|atendido)\b.{0,20}\b(?:con|por|a)?\s?(?:una?|el|la|alguna?)?\s?(?:persona|humano|humana|alguien|agente|operador|operadora|asesor|asesora|responsable|ser humano|atencion al cliente)\b(?! (?:de|del) (?:la )?(?:serie|prensa|reparto))`,
  String.raw`\b(?:persona|humano|alguien) (?:real|de verdad|de carne y hueso)\b|^(?:un |una )?(?:persona|humano|agente|operador)(?: por favor)?\W*$|\batencion al cliente\b|\bhay alguien (?:ahi|al otro lado|con quien)\b`,
);

const only = (words: string): RegExp => new RegExp(`^(?:(?:${words})[\\s,.!?¡¿:;)(😊👋🙏❤️👍-]*)+$`, 'u');

const FILLER =
  "there|again|all|everyone|everybody|team|bot|so|very|much|a lot|for (?:the|your) (?:help|answer|info|quick answer)|for that|for everything|that(?:'s| is| was)? (?:great|all|helpful|useful)|you|mate|guys|ok|okay|cool|great|nice|perfect|awesome|brilliant|lovely|y|a todos|todos|equipo|muy|mucho|por (?:todo|la ayuda|tu ayuda|la respuesta|la info)|de verdad|and";

/** What is said without a question. */
export const TALK = {
  bot: /^\W*(?:are you (?:a |an )?(?:bot|robot|human|real|ai|person|machine|chatbot|real person)\b.{0,25}|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:bot|robot|human|machine|person|ai)\b.{0,25}|who are you|what are you|what can (?:you do|i ask)(?: you| here)?|what do you do|how do you work|eres (?:un |una )?(?:bot|robot|humano|humana|persona|maquina|ia|real)\b.{0,25}|estoy hablando con (?:un |una )?(?:bot|robot|persona|humano|maquina)\b.{0,25}|quien eres|que eres|que (?:puedes hacer|sabes hacer|puedo preguntar(?:te)?)|help|ayuda|how can you help(?: me)?|en que (?:me )?puedes ayudar(?:me)?)\W*$/,
  thanks: only(
    `thanks?(?: you)?|thankyou|thx|ty|cheers|ta|much appreciated|appreciate it|muchas gracias|mil gracias|gracias|genial|perfecto|estupendo|te lo agradezco|se agradece|vale|great|perfect|awesome|brilliant|lovely|cool|ok|okay|nice one|nice|got it|entendido|de acuerdo|guay|${FILLER}`,
  ),
  bye: only(
    `bye(?: bye)?|goodbye|good ?bye|see (?:you|ya)(?: later| soon)?|later|cya|good ?night|take care|have a (?:nice|good|great) (?:day|evening|one|night|weekend)|adios|hasta (?:luego|pronto|manana|otra|la vista)|chao|chau|nos vemos|buenas noches|que tengas? (?:un )?buen(?:a|as|os)? (?:dia|tarde|noche)s?|thanks?(?: you)?|gracias|${FILLER}`,
  ),
  hello: only(
    `hi+|hey+|hello+|helo|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|greetings|what'?s up|sup|how are you(?: doing)?(?: today)?|how'?s it going|hola+|holi|buenas|buenos dias|buenas (?:tardes|noches)|que tal|como estas|que hay|saludos|muy buenas|ey|anybody there|anyone there|${FILLER}`,
  ),
};

/** Matters that no launch is asked about: a question about one of them is not answered unless it names the title or its people. */
export const ELSEWHERE = any(
  String.raw`\b(?:weather (?:in|like|forecast|today|tomorrow|this|tonight|for)|what'?s the weather|how'?s the weather|forecast|(?:will|going to|does|is) (?:it )?(?:going to )?(?:rain|snow|be (?:sunny|cold|hot|windy|raining))\b|rain (?:today|tomorrow|tonight|on|this)|tiempo (?:hace|hara|va a hacer)|va a llover|llueve|llover|llovera|pronostico|previsiones? del tiempo|que temperatura)\b`,
  String.raw`\b(?:football|soccer|world cup|premier league|champions|basketball|nba|nfl|tennis|olympics|formula 1|f1|cricket|rugby|futbol|mundial de|el mundial|la liga|real madrid|barca|betis|baloncesto|tenis|olimpiadas|juegos olimpicos|messi|ronaldo|super bowl|atletico|derbi|eurovision|who won the (?:game|match|cup|league|election|race|derby)|quien gano (?:el|la) (?:partido|liga|copa|derbi|final|carrera|mundial))\b`,
  String.raw`\b(?:prime minister of|president of|presidente de(?:l gobierno| la republica| \p{L}+)|elections?|vote for|voting|votar|votaste|elecciones|parliament|brexit|trump|biden|putin|guerra (?:en|de|civil|mundial)|war in|world war|civil war|partido politico|king charles|political party)\b`,
  String.raw`\b(?:python|java|sql|html|css|regex|algorithm|(?:write|make|give|compose) (?:me )?(?:a |an |some )?(?:code|function|script in|program that|poem|essay|email|cover letter|haiku|joke|limerick|recipe|list of (?!the ep))|tell me a joke|a joke|escribeme|escribe (?:me )?(?:un|una) (?:poema|codigo|funcion|carta|ensayo|chiste|programa|correo|redaccion)|cuentame un chiste|un chiste|programar en|codigo en|my (?:\p{L}+ )?homework|mis deberes|los deberes|ensayo sobre|hazme un (?:resumen de la (?!serie)|poema|dibujo))\b`,
  String.raw`\b(?:recipes?|cook (?:a|the|some)|how to (?:cook|bake)|recetas?|paella|gazpacho|tortilla de|pizza|restaurants?|restaurantes?|book (?:me )?a (?:hotel|flight|table|taxi)|cheap flights|vuelos baratos|holiday in|billete de tren)\b`,
  String.raw`\b(?:headache|head hurts|medicine|medication|symptoms?|ibuprofeno?|paracetamol|aspirina?|dose of|dosis|diagnos\p{L}*|vaccin\p{L}*|dolor de|me duele|fiebre|medicamento|sintomas|covid|antibiotic\p{L}*|pastillas?|pills?|dizzy|mareado)\b`,
  String.raw`\b(?:bitcoin|crypto\p{L}*|stock market|mortgage|tax(?:es)? (?:return|on)|loan|la bolsa|invertir en|hipoteca|criptomoneda\p{L}*|exchange rate|declaracion de la renta|interest rate)\b`,
  String.raw`\b(?:capital (?:of|city|de)|square root|raiz cuadrada|how many (?:planets|continents|countries|people live)|cuantos planetas|boiling point|speed of light|velocidad de la luz|who invented|quien invento (?:el|la)|who discovered|quien descubrio (?:el|la)|population of|poblacion de|meaning of life|sentido de la vida|\d+ ?(?:[-+*x×/÷]|times|plus|minus|divided by|por|mas|menos|entre) ?\d+ ?(?:=|\?|$)|dinosaur\p{L}*|solve for x|translate (?:this|the word|into|to)|traduceme|traduce (?:esta|esto|la frase)|horoscope?|zodiac|lottery|loteria|como se dice|how do you say|how (?:do|does) (?:an? |the )?\p{L}+(?: \p{L}+)? works?\b(?! (?:here|on this))|what time is it (?:now|in)\b(?! (?:on|out))|que hora es\b|when is (?:christmas|easter|halloween|thanksgiving|new year)\b|cuando es (?:navidad|semana santa|halloween)\b|how (?:do i|to|can i) become\b|como (?:puedo )?(?:llegar a|ser actor|hacerme)\b|convert \d+|cuantos pies son|how (?:to|do you|do i) (?:fix|repair|build|make a|cook|bake|knit|sew|draw|clean|install|lose|earn|get rid|change a|tie|grow)\b|oscars? (?:in|of|20)|horario de(?:l| la) (?!serie|estreno|emision))\b`,
  String.raw`\b(?:recommend|suggest|recomiend\p{L}*|recomendar\p{L}*|aconsej\p{L}*)\b.{0,25}\b(?:shows?|series|films?|movies?|books?|something|peliculas?|libros?|algo|otr[oa]s?)\b|\b(?:other|otras?|similar) (?:shows?|series|films?|movies?|peliculas?)\b(?! (?:has|have|did|was|were|is|are|ha|han))|\b(?:best|worst|tallest|oldest|biggest|richest|largest|longest|first ever|mejor|peor|mas (?:alt|grand|antigu|viej|larg)\p{L}*) .{0,40}(?:ever|in the world|on earth|in \p{L}+ ?\??$|of all time|in history|del mundo|de la historia|de todos los tiempos|in (?:europe|the uk|spain|america)|de (?:europa|espana))\b`,
);

/** Well-known names of other shows, films and games, and of those who are asked about in their place. */
export const OTHER_TITLES = any(
  String.raw`\b(?:stranger things|the crown|game of thrones|juego de tronos|house of the dragon|la casa del dragon|the last of us|breaking bad|better call saul|squid game|el juego del calamar|bridgerton|the witcher|black mirror|peaky blinders|la casa de papel|money heist|the mandalorian|mandalorian|star wars|star trek|harry potter|lord of the rings|el senor de los anillos|rings of power|anillos de poder|marvel|avengers|vengadores|spider-?man|batman|superman|james bond|the walking dead|the white lotus|white lotus|ted lasso|wednesday season|miercoles temporada|emily in paris|sex education|doctor who|sherlock|line of duty|broadchurch|true detective|chernobyl|one piece|demon slayer|attack on titan|pokemon|minecraft|fortnite|gta|grand theft auto|zelda|mario kart|elden ring|call of duty|fifa \d*|titanic|inception|oppenheimer|barbie|dune|toy story|the lighthouse with|robert pattinson|willem dafoe|netflix original|el internado|cuentame como paso|aqui no hay quien viva|la que se avecina|los serrano|merli|vis a vis|antidisturbios|fargo|mindhunter|dexter|the wire|the sopranos|los soprano|twin peaks|the simpsons|los simpson|south park|rick and morty|euphoria|yellowstone|outlander|poldark|downton abbey|call the midwife|borgen|taylor swift|tom cruise|brad pitt|leonardo dicaprio|beyonce|rosalia|almodovar|christopher nolan|penelope cruz|antonio banderas|tom hanks|meryl streep)\b`,
);

/** Private lives, which are nobody's business here. */
export const PRIVATE = any(
  String.raw`\b(?:married|marriage|wife|husband|girlfriend|boyfriend|dating|single|divorced?|affair|salary|net worth|earn(?:s|ed)?|(?:is|was|get|gets|got|being|been) paid|paid for the role|how much \w+ \w+ (?:make|makes|paid)|home address|phone number of|number of her|gay|lesbian|sexuality|sexual orientation|religion|religious|political views|votes? for|ex-?(?:wife|husband)|pregnant|secret(?:ly)? (?:dating|married)|instagram of|feet pics)\b`,
  String.raw`\b(?:casad[oa]|esposa|marido|novi[oa]|pareja|solter[oa]|divorciad[oa]|sueldo|salario|gana de|cuanto gana|cuanto cobra|patrimonio|direccion de su casa|telefono de|gay|lesbiana|orientacion sexual|religion|ideologia|embarazada|a quien vota|ligue|sale con alguien)\b`,
);
