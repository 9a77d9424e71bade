/** Words that say nothing of what is asked. */
export const EN_STOP = `a an the this that these those it its itself there here he she him her his hers they them their theirs we us
our you your yours i me my mine myself yourself one ones someone somebody anyone anybody everyone everybody nobody something anything
everything nothing is am are was were be been being do does did doing done have has had having can could will would shall should may
might must ought cannot of in on at to for from by with without about into onto over under up down out off as than then so such too
very just only also even still again ever never not no nor or and but if because while though although until till since when where
who whom whose which what why how whether via per any some all both finally eventually either neither each every other another same more most much many
few less least several enough quite rather yes yeah yep nope ok okay oh hey hi hello please thanks thank well now anyway actually
really basically honestly lol btw etc like kind sort bit lot lots way thing things stuff get gets got getting go goes going gone
let lets want wants wanted wanna gonna gotta need needs im ive id ill dont doesnt didnt isnt arent wasnt cant couldnt wont wouldnt
shouldnt hasnt havent youre theyre were hes shes thats whats whos wheres whens hows theres else s t re ve ll d m`;

/** Common words that a question may have beside what it asks: not to be found, they hardly count. */
export const EN_ORDINARY = `able able ask asked asking tell told telling say says said know knows knew think thinks thought believe
guess wonder wondering curious heard hear hearing find finding found look looking looked looks see seems seem try trying tried help
explain understand understood follow following mean means give gives gave given take takes took taken make makes made making put puts
use used using work works working keep keeps come comes coming came show shows series film movie game programme program title drama
thing new old good bad great best better nice cool lovely big small little long short high low right wrong same different real true
sure possible exactly exact roughly about around today tonight tomorrow yesterday day days week weeks month months year years time
times hour hours minute minutes morning evening night weekend christmas soon early late later before after already yet currently
always often usually sometimes once twice people person man woman men women friend friends family mum mom mother dad father parents
wife husband partner girlfriend boyfriend brother sister grandmother grandma gran granny nan grandfather grandpa grandad aunt uncle
cousin colleague boss teacher neighbour flatmate roommate housemate home house room couch sofa bed tv television telly screen country
place town city world life first last next whole full part half least end beginning start fan fans viewer viewers audience everyone
plan planning planned hope hoping excited love loved loves loving enjoy enjoyed happy glad sad sorry fun interesting interested
important worth else without enough main major actual total overall general information info detail details question questions answer
answers please quick quickly fast slow number name names called someone somewhere anywhere everywhere happen happens happened live
lives living lived born move moved leave left stay stays run runs ran turn turned bring brought carry hold sit stand stood stop
begin began continue finish wait waiting waited need needed add added check read reading write writing speak talk talking chat
learn learned teach taught buy pay available able around against between during inside behind front back away together alone own
really truly certain particular special proper properly simply maybe perhaps probably definitely apparently supposed whatever wherever
whoever hard easy difficult problem issue matter reason idea point case fact kind type sort side line word words letter page site
website list file thing version copy piece group team couple pair single double three two four five six seven eight nine ten
watch watching watched seen viewing catch decide decided choose chose pick picked set sets open opens opened close closed cover
lose lost win won save play plays played playing join joined become became grow grew feel feels felt seem sound sounds hand hands
head eye eyes ear ears face body heart mind dark light bright clear ready free busy safe close near far
normal ordinary common typical usual fine alright massive huge tiny super pretty hell damn bloody earth god gosh wow based involved
include includes included including allow allowed let allows expect expected offer offers provide require required stand exist
ride rides trip journey travel travelling flight fly bus car drive walk walking road street weeks holiday holidays vacation
tablet phone mobile laptop ipad iphone android computer device screen app internet online wifi battery charger email mail inbox
password click press button tap scroll type download upload link message text call video audio picture photo song book books story
stories article post blog channel follow follower subscribe comment share send sent receive order card cash bank gift party birthday wedding event events queue shop store market food eat eating dinner lunch breakfast tea coffee drink beer wine
snack popcorn cook kitchen room bathroom garden window door wall floor table chair lamp cup plate clothes shirt dress shoe shoes hat
bag box gift present job work office desk meeting business money boss client student class school college university exam homework
teacher lesson course degree baby babies toddler kid kids child children teen teenager adult adults elderly pensioner old lady boy
boys girl girls dog cat pet pets horse bird fish doctor nurse hospital sick ill tired sleep asleep awake dream dreams wake bored
boring annoyed annoying angry afraid nervous worried worry worries proud jealous surprised surprise shocked amazing awesome gorgeous
beautiful pretty ugly weird strange odd funny silly serious crazy mad insane creepy cosy warm cold hot cool wet dry clean dirty quiet
loud noisy empty heavy light strong weak rich poor young thick thin deep wide tall smart clever stupid famous popular legend classic
favourite favorite preferred usual weekly daily monthly yearly annual recent recently latest newest upcoming forthcoming previous
previously former formerly originally original finally eventually suddenly immediately straight directly indirectly especially
specifically precisely officially publicly privately personally literally seriously obviously clearly hopefully fortunately unfortunately
sadly barely hardly nearly almost mostly mainly partly fully totally completely entirely wholly extremely incredibly terribly absolutely
badly properly correctly wrongly easily quickly slowly carefully quietly ourselves anyone's somebody's folks pals buddy kiddo hubby
missus fella lad lads lass bloke chap gang crowd audience crew staff member members owner customer user users visitor guest host
neighbor neighbors chance luck lucky trouble trust truth lie lies joke jokes game games sport sports team player match ball race run
climb jump swim dance sing singing pretend imagine remember forget forgot forgotten recognise recognize recognised mention mentioned
discuss describe described compare recommend recommended suggest suggested advise advice warn warned avoid prevent protect save saved
saving spend spent cost charge afford borrow lend rent hire sell sold swap exchange return returned replace change changed changes
switch manage managed handle deal dealt cope reach reached arrive arrived land landed enter exit pass passed cross crossed push pull
drop dropped lift raise fall fell fallen rise catch caught throw hit break broke broken fix fixed repair build built grow create
created design draw drew drawn paint cut shape form fill filled pour mix count counted measure check checked test tested prove
proved show showed shown hide hid hidden cover covered appear appeared disappear vanish exist depend belong owe deserve earn earned
support supported oppose agree agreed disagree argue fight accept accepted refuse refused reject deny admit claim claimed promise
swear confess whisper shout scream cry laugh smile stare glance notice noticed spot spotted realise realize realised figure figured
solve solved work worked train trained practise practice study studied graduate graduated volunteer retire retired quit resign apply
applied reply replied respond responded contact contacted reach blame thank invite invited introduce visit visited attend attended
celebrate celebrated prepare prepared arrange organise organize schedule book booked cancel cancelled postpone delay delayed rush
hurry relax rest chill hang curl snuggle cuddle settle sofa duvet blanket popcorn binge bingeing rewatch rewatching telly box set
anyways itself myself themselves himself herself within upon among per thanks cheers mate guys folks dude sir madam anymore`;

/** What people type in the place of a word. */
export const EN_ALIASES = `wen=when wot=what wat=what wut=what whut=what hoo=who hu=who whoo=who whare=where ware=where wher=where were's=where
hau=how ech=each dos=does cant=cannot dont=not doesnt=not didnt=not isnt=not arent=not wasnt=not wont=not couldnt=cannot havent=not hasnt=not yu=you y=why u=you ur=your r=are yr=your xmas=christmas pls=please plz=please thx=thanks ty=thanks cud=could wud=would shud=should dose=does duz=does
cum=come cums=comes coms=comes iz=is woz=was wos=was b4=before gr8=great 2nd=second 1st=first 3rd=third 4th=fourth 5th=fifth 6th=sixth
eng=english esp=spanish tho=though thru=through cos=because cuz=because coz=because bc=because abt=about w=with wo=without ppl=people
nite=night tonite=tonight tmrw=tomorrow luv=love sum=some sumwhere=somewhere hav=have haz=has gud=good kno=know no1=nobody any1=anyone
every1=everyone some1=someone aint=not wich=which witch=which whitch=which thier=their teh=the da=the dat=that dis=this da=the dere=there
im=i subs=subtitles subz=subtitles vid=video vids=videos pic=picture pics=pictures pix=pictures ep=episode eps=episodes epi=episode
epp=episode ser=series 
film=film movi=movie sesion=season seson=season sesaon=season akter=actor actr=actor langwage=language langage=language lenth=length
lenght=length musik=music muzik=music coz=because yr=year yrs=years mins=minutes min=minutes hrs=hours hr=hours secs=seconds
whn=when whos=who whats=what wheres=where whens=when hows=how cc=captions bday=birthday doin=doing goin=going comin=coming gonna=going
wanna=want lemme=let gimme=give kinda=kind dunno=know bout=about til=until nd=and nt=not hw=how wht=what wh=what luk=look
aloud=allowed kidz=kids yung=young sed=said shud=should rote=wrote rites=rights bild=build sower=show trayler=trailer trailor=trailer
sountrack=soundtrack releese=release releas=release realese=release relase=release reales=release`;

/** Forms of a word that no ending explains. */
export const EN_IRREGULAR = `wrote=write written=write saw=see seen=see shot=shoot shoots=shoot sold=sell bought=buy made=make makes=make
sung=sing sang=sing knew=know known=know built=build spoke=speak spoken=speak told=tell met=meet began=begin begun=begin ran=run
went=go gone=go took=take taken=take gave=give given=give found=find founded=founding kept=keep lit=light wore=wear worn=wear
grew=grow grown=grow drew=draw drawn=draw won=win lost=lose taught=teach thought=think brought=bring rode=ride rowed=row
died=die dies=die dying=die dead=die children=child kids=kid women=woman men=man people=person feet=foot mice=mouse lives=live
living=live lived=live slept=sleep smelled=smell smelt=smell smelled=smell sank=sink sunk=sink chose=choose chosen=choose
spent=spend led=lead left=leave weighs=weigh weight=weigh height=high heavier=heavy tallest=tall directors=director actors=actor`;

export const EN_NUMBERS = `zero=0 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
eighty=80 ninety=90 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 one=1 first=1 second=2`;
