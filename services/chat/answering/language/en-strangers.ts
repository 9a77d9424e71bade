/**
 * What launches are asked in English and their sites do not tell: details that nobody publishes, the rest of the world, how it ends,
 * and insults. A question that is more like one of these than like anything that is answered is not answered. One a line.
 */
export const EN_STRANGERS = `What was the total budget?
How much money did it take at the box office?
How many people tuned in on opening night?
What's its Rotten Tomatoes percentage?
Did Metacritic give it a good mark?
How many stars has it on IMDb?
Has it picked up any Emmy nominations?
Was it snubbed at the Baftas?
Which festival jury gave it a prize?
Is the monthly fee more than ten quid?
Do students get money off the platform?
How much does the hoodie cost in XL?
Is there a voucher code for the store?
What does postage to Malta come to?
Can I return a mug that arrived cracked?
What did the leading man earn per instalment?
Is the actress paid less than her male colleagues?
How old is the director?
How tall is she in bare feet?
When's his birthday?
Is she a Scorpio or a Libra?
Which village does the writer live in?
What's the star's postal address?
Which secondary did he attend as a boy?
Did the lead drop out of university?
Is the actor married?
Who is she dating at the moment?
Are those two a couple in real life?
Has he got kids?
What are the names of her twins?
What is the producer's cat called?
What breed is the actress's puppy?
Is the composer a practising Catholic?
Who does the screenwriter vote for?
Is the star vegan?
Does he have an Instagram handle?
How many followers has she on TikTok?
Why did the actor delete his Twitter?
Which camera model did they shoot on, an Alexa or a RED?
What make is the black car in the chase?
Who designed the coat she wears, Burberry?
What brand of wristwatch does the detective have?
Where can I get the same sunglasses?
Which lipstick shade does she use on set?
Which philharmonic performed the score?
What label is the album issued on?
Who's the agent representing the actor?
Which firm insured the production?
Who did the catering?
What was served for lunch on set?
Which hotel did the cast sleep in?
Who's the landowner of the location?
What rent was paid for the house?
Is there a blooper reel?
Which deleted scenes will be released?
Who was first choice for the main part?
Did someone famous turn the role down?
Is there bad blood between the two leads?
Why did the original showrunner walk off?
What's the shopkeeper's first name?
What's the surname of the milkman in the background?
How much does the sword prop weigh?
What size boots does the hero wear?
What colour are the curtains in her bedroom?
On what day was the wrap party?
At what hour was the very first take?
How many extras were hired?
Which lines were cut from the script?
How long does his contract run?
Does she have a real tattoo on her wrist?
Will there be a Blu-ray with extras?
Is a DVD box coming to supermarkets?
Is it showing at any cinema near me?
Will there be an IMAX version?
When is the next fan meeting?
Will the cast attend Comic-Con?
How do I get a signed autograph card?
Is there an official fan club membership?
Who did the stunts for the stairway fall?
Did anyone get injured during shooting?
What's the name of the make-up artist?
Is that a wig or her natural hair?
How many hours did the prosthetics need?
Who was the dialect coach?
Which animals were used and who trained them?
Who was the intimacy coordinator?
How many drafts did the pilot go through?
What was the working title?
Which font is the logo set in?
Who drew the opening credits animation?
Which VFX house rendered the creatures?
What software was it edited with?
How many gigabytes of footage were recorded?
Which drone filmed the aerial shots?
What time does the sun rise in the first frame?
Who played the corpse?
Is the baby on screen a doll?
Were the cigarettes herbal?
What is she drinking in the pub, real whisky?
Was the kiss improvised?
Which tune is hummed in the kitchen?
What poem does the teacher quote?
Which newspaper is lying on the table?
What number plate is on the van?
How much did the wedding dress cost to sew?
Who keeps the costumes now?
Can I buy a prop at auction?
Who's the voice on the answering machine?
What was the hardest word for him to pronounce?
What's her favourite food?
What does he read before bed?
Which football club does the actor support?
Can she swim in real life?
Does the lead suffer from stage fright?
What was his first job as a teenager?
How did the director and her wife meet?
Where was the composer born?
What's the nationality of the cinematographer?
Has the actress had cosmetic surgery?
Is it true he was arrested once?
What's his net worth?
Does she own a yacht?
What is the actor's blood type?
Is he left-handed?
Which perfume does the star wear?
Did the crew get overtime pay?
Was there a strike on the set?
How green was the shoot, what's its carbon footprint?
Who were the tax credit investors?
How many shares does the company have listed?
What did the critics in the Guardian write?
Did the mayor complain about the noise?
Which scene made the crew cry?
Who won the cast's card games?
What nickname has the sound guy?
How many cups of coffee were drunk daily?
What's the licence plate of the catering truck?
What does the graffiti on the wall say?
Which tartan is his kilt?
How many buttons has her cardigan?
What's in the suitcase in the hallway?
Will there be a video game tie-in?
Is there an official board game?
Is a theme park ride planned?
Are action figures being made?
Is a stage musical version in the works?
Why is the sea salty?
How deep is the Mariana Trench?
What's the oldest lighthouse still standing?
How do I become a lighthouse volunteer in Maine?
How do I patch a hole in a fibreglass boat?
Which licence do I need for a motorboat in Croatia?
Will it rain in Manchester tomorrow?
Is a hurricane heading for Florida?
When is low tide at Brighton today?
How does the moon cause tides?
How fast does light travel?
Which bulb fits an E14 socket?
My desk lamp keeps flickering, how do I rewire it?
How do I clean soot off an oil burner's glass?
Recommend some relaxing jazz
Who sang Bohemian Rhapsody?
How do I read bass clef?
Which language has the most native speakers?
Translate good morning into Japanese
How do you say butterfly in Portuguese?
What does the German word Schadenfreude mean?
Is Duolingo any use for Finnish grammar?
Best film of 1994?
Who directed Jaws?
Is the new Marvel movie worth seeing?
When does Stranger Things return?
Who killed Laura Palmer?
How does Breaking Bad finish?
Which mirrorless camera suits a beginner?
How do I develop 35mm negatives at home?
My Canon shows error 99
What caused the Great Depression?
Who was prime minister of Britain in 1935?
When did Prohibition stop?
Tell me about the Spanish Civil War
How do I cast on stitches with circular needles?
What does k2tog mean?
How many balls of wool for a baby blanket?
Can you teach me the chords of Let It Be?
How often should a piano be tuned?
What does a second-hand Steinway sell for?
When do schools break up for summer in Scotland?
Write an essay on bullying for my pupils
How do I appeal a nursery place refusal?
How do I cancel my gym subscription?
Is Spotify Premium cheaper than Apple Music?
Why does my Fire Stick keep buffering?
I forgot my Netflix password
How do I update my smart TV's firmware?
What's the longest running soap by number of episodes?
How do I download YouTube clips to MP3?
Is torrenting legal in Switzerland?
How big is a Linux ISO?
How do I resize a JPEG in Photoshop?
What's the cheapest way to print holiday snaps?
Who painted the Mona Lisa?
How much does it cost to frame a watercolour?
Is it safe to eat mussels in August?
Recipe for clam chowder please
How long do you boil an egg?
What can I cook with leftover rice?
How do I bake sourdough without a Dutch oven?
Can I take ibuprofen with paracetamol?
What helps against seasickness?
My toddler has a fever of 39, what now?
Is melatonin habit-forming?
What are the symptoms of shingles?
Does my landlord have to return the deposit?
Can I be fired while on sick leave?
How do I write a will?
Is it legal to record a phone call in Texas?
Do I need a visa for Vietnam?
Cheapest ferry from Dover to Calais?
How long is the flight to Reykjavik?
What's worth seeing in Lisbon in two days?
Is the Eurostar running this weekend?
Which power adapter do I need in Denmark?
Who won the World Cup in 2010?
What time is kick-off on Sunday?
How many players in a water polo team?
What's the offside rule?
Solve 3x + 7 = 22
What is the square root of 1764?
How do I calculate the volume of a cone?
Explain Pythagoras to a ten-year-old
Convert 12 nautical miles to kilometres
How do I reverse a list in Python?
What's the difference between let and var?
Write me an SQL join
My Wi-Fi router blinks orange
How do I unfreeze an iPad?
Which laptop for under 500 euros?
Is Bitcoin going up?
What are mortgage rates like now?
How do I file taxes as a freelancer?
Who is president of Brazil?
Should Scotland be independent?
What do you think about immigration?
Does God exist?
When does Ramadan begin next year?
What's the difference between Shia and Sunni?
Why do Jews light candles at Hanukkah?
Who was Saint Nicholas?
How do I get red wine out of a rug?
What size bicycle for a six-year-old?
Where can I buy a raincoat that breathes?
Are Black Friday deals on dishwashers any good?
How do I train a spaniel to sit?
Why does my parrot pluck its feathers?
When should I prune roses?
How do I get rid of ants in the kitchen?
What's the capital of Mongolia?
How many bones are in the human body?
Why is the sky blue?
Who invented the telephone?
How far away is Saturn?
What's the tallest mountain in Africa?
Do fish sleep?
Tell me a joke
Write a birthday poem for my aunt
What's your favourite colour, robot?
Are you ChatGPT?
Can you book me a taxi?
What time is it in Singapore?
How do I ask a girl out?
I feel lonely tonight
How do I learn to whistle with two fingers?
Which compass direction does moss grow on?
How do fishing quotas work in the EU?
Which knot is best for tying up a dinghy?
How do solar panels store electricity?
Can I claim compensation for a delayed train?
What does SOS stand for?
How do you make a paper boat?
How much does a harbour pilot earn?
Is mercury in tuna dangerous for pregnant women?
How do I set up parental controls on Xbox?
What's the difference between fog and mist?
How does a barometer work?
Who wrote Moby-Dick?
What's a good name for a sailing dinghy?
Who dies?
So who's the murderer?
How does it all end?
What happens next?
Does she ever find out the truth?
Tell me the twist
Is the old man really the villain?
Do they get together in the final scene?
Does the heroine survive?
Who betrayed the captain?
Spoil it for me, I don't care
What's the title of the unreleased chapter?
What will the season finale be about?
Does the brother come back from the dead?
Is the narrator lying to us?
Who sent the anonymous letter?
What was inside the locked box?
Was it all a dream?
Is the stranger her father?
Which character gets killed off first?
How many of them make it out alive?
Will he forgive his sister?
Does the police officer turn out corrupt?
Who is the traitor among them?
Does the dog die?
Is there a happy ending or a tragic one?
What does the last shot show?
What's the final line of dialogue?
Do the kids escape from the cellar?
Who inherits the farm?
Will the ship sink?
Does anybody get pregnant?
Does she marry the doctor or leave town?
What did the ghost want?
Are there post-credits teasers?
What's revealed in the diary?
Why did he vanish, just tell me
Who's the masked figure?
Does the conspiracy reach the government?
What's the solution to the riddle?
Is her twin real or imaginary?
Do they ever catch the arsonist?
Who shoots whom at the station?
Does the curse get lifted?
Which ending is canon?
What is the boss's weakness in the last level?
How do I unlock the secret ending?
Leak the upcoming storyline
Describe the scene after the explosion
Just whisper me the culprit's name
Does the lighthouse burn down at the close?
What's the big secret everyone hints at?
Will the villain go to prison or flee?
Does the mother ever wake from her coma?
You're a useless bot
Shut up, you stupid machine
The lead actress is an ugly cow
Is she any good in bed?
Does he look hot naked?
How big are her breasts?
Send me nudes of the star
What a fat pig that actor is
The director is a talentless hack
Whoever wrote this crap should be shot
The producers can go to hell
Who did she sleep with to get hired?
I hate you and your dumb answers
Are you dim or just slow?
This show is woke garbage
Why did they cast a foreigner, can't stand them
Women can't direct, everybody knows that
Too many gays on television these days
Why is everything full of black people now?
Muslims ruin every programme
All the Jews in the business push this stuff, right?
Old people shouldn't be on TV, they're gross
Disabled folk get everything handed to them
The kid in it needs a slap
His face makes me want to vomit
Kiss my arse
Go screw yourself
What the fuck is this rubbish?
Bloody idiots, the lot of you
I'd love to lick her feet
Is the actor a paedophile?
I bet the composer is deaf and drunk
Which cast member is the biggest bitch?
Does the boss molest his assistants?
You sound like a constipated parrot
Talk dirty to me
Will you be my sex slave?
What colour is her underwear?
I want to grab her bum
I want to punch the screenwriter
Somebody should burn down your studio
I know where you live, watch out
Die already, chatbot
Your mother was a toaster
Losers made this for losers
Are all the crew junkies?
Fans of this are braindead sheep
That accent sounds like a dying goat
The editor must have been blind
Poor people shouldn't get an opinion on art
Immigrants took those acting jobs
Can I spank the leading lady?
Why is the villain so damn ugly?
Piss off with your cookies and nonsense`;
