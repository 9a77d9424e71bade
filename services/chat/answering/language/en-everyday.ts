/** Words that mean much the same in a question about anything; one group a line. */
export const EN_EVERYDAY = `heavy, weigh, tonne, ton, kilo, pound
tall, high, height, metre, meter, size, big
stair, step, staircase, climb, climbed, walk up
old, age, aged, year old, birthday, born, young
job, work, profession, occupation, career, living, employed, trade, study, studies, train, trained
pet, dog, cat, animal
film, movie, feature
house, home, live, lives, where does she live, where does he live, resident
boat, ship, vessel, row, rowing, sail
sea, ocean, water, wave, tide
fog, mist
paint, painted, colour, color
instrument, violin, piano, guitar, drum
cover, wrap, wrapped
lamp, bulb, light
diary, logbook, log, register
chart, map
morse, code, signal, signals, secret message, flashed, decode, decipher, cipher, decipher
decode, decipher, work out, read, crack, figure out, understand, mean, meaning, make sense
rhythm, pattern, blink, flash, blinking
model, miniature, scale, scale model, replica
jumper, sweater, pullover
theatre, stage, theater
music, score, compose
director, direct
writer, write, author
meet, met, audition, read for, saw, see, interview
actor, actress, performer
founded, founding, set up, started, co founder
weather, storm, rain, wind
dark, darkness, night
name, called
fake, real, cgi, computer generated, effects, visual effects, special effects, vfx, digital
built, build, construct, constructed, construction, made
study, studies, college, university, student, school
teach, teaches, teacher, class
win, award, prize
inspector, detective, police, policeman, policewoman
harbour, harbor, port
shop, store
cast, actor
novel, book
afraid, fear, scared, frightened
hard, difficult, hardest, tough, challenging
day, date
frame, fps, frames per second, slow motion
sock, shoe, barefoot, footwear
permission, permit, allowed
owner, own, lent, borrow, belong
island, isle
smell, smelled, scent, stink
radio, wireless
caption, subtitle
describer, narrator, voice
children, child, kid
job before, used to be, was, previously
count, counted, number
expensive, cost, budget, money
grandfather, grandpa, grandad
part, role, character
first, debut, new
found, discovered, find, spotted
read, readings, auditions, audition
licence, license
song, track, tune
last, final
begin, start, origin, inspiration, idea, came from
trip, travel, tour
stand, location, located, situated
interview, talk, conversation
contact, email, write to
buy, sell, sold, sale, purchase
free, costs nothing, gratis
picture, photo, still, image
take, takes, attempt
scene, shot
room, house
lone, alone, single
burn, shine, glow, alight, switch on, turn on
fit, together
hour, minute, second
cut, edit, edited, editing
landlord, owner
image, photo, picture
poster, key art
handwriting, own hand, by hand, handwritten
letter, letters, mail, post
lose, lost, delay
convince, talked into, persuade, allow
cross, crossing
visible, see, seen
speak, spoken, say, said, words, voice
run, long, last
quiet, silent, silence, without a word, wordless
school, drama school, trained, studied
sing, song
couple, marriage, wife, husband, married`;
