import type { Concept } from './concepts.ts';

/**
 * How English speaks of what launches are asked about. Words match whatever their ending; `*` stands for up to two words.
 * A phrase in which a word alone says too little is written out.
 */
export const EN_CONCEPTS: Readonly<Record<Concept, string>> = {
  release:
    'first night, opening weekend, day one, when is it on, when it is on, is it on yet, on screens, on tv, go up, goes up, going up, it up, make its debut, come our way, get here, gets here, shown first, sees it first, get it first, roll out, unveiled, on our screens, be shown, is it shown, first episode air, begins, kicks off, live date, street date, go on air, release, premiere, premier, launch, debut, drop, air, airing, come out, comes out, coming out, came out, come * out, out yet, out now, be out, is out, it out, is * out, out on, open, opening, arrive, land, go live, hit screen, coming to, come to, will it come, will * come, coming here, start, begin, kick off, first broadcast, available, time is it on, time * it on, day is it on, on air, is it on at, get to see it, get to watch, get it, gets it, get this, have to wait, wait for, wait till, wait until, reach, rollout, released date, release date, opening night, opening day, out already',
  watch:
    'watch, see it, see the, view, viewing, stream, catch it, tune in, seen, see this, watchable, binge, screen it, able to see',
  service:
    'how do i watch, how can i watch, how to watch, how do i see, how can i see, how do we watch, how can we watch, how would i watch, way to watch, ways to watch, sign up for, sign up to, which subscription, what subscription, which app, what app, need an account, where do i go, where should i go, where do i have to go, where do i find it, where can i find it, where to find it, where it streams, what platform, who is streaming, who streams, carries it, carry it, host, hosted on, hosting it, which site streams, from which provider, which provider, subscription do i need, tv guide, service, platform, stream, streamer, streaming, channel, network, netflix, prime video, amazon prime, disney, disney plus, hbo, hbo max, hulu, apple tv, paramount, peacock, itv, bbc, iplayer, now tv, sky, provider, broadcaster, on demand, where to watch, where can * watch, where can * see, where do * watch, where will * be shown, who is showing, who has it, who shows it, what is it on, what * it on, watch it on, see it on, tv station',
  cinema: 'cinema, movie theater, theaters, big screen, picture house, imax, box office, in theatres',
  'where-i-live':
    'i live in, living in, i am in, im in, i am from, im from, based in, located in, from here, here in, in my part of the world, in my neck of the woods, not available in, unavailable in, in asia, in africa, in europe, ever show, my country, where i live, where i am, other country, further country, more country, my region, my territory, my area, abroad, worldwide, international, internationally, globally, outside, elsewhere, not on the list, not listed, never get it, ever come, latin america, south america, rest of the world, other region, everywhere, expand',
  calendar:
    'put it in my, mark my, pencil, jot down, notification, notify me, ping me, event file, invite, ical file, subscribe to the dates, phone to tell me, calendar, reminder, remind me, ical, ics, save the date, add to calendar, diary, agenda, google calendar, outlook, alarm, not forget, alert me',
  date: 'date, day, when exactly, what time, hour',
  'at-once':
    'how many come out, how many episodes come out, how many drop, how many arrive, how many at first, two at once, first two, wait a week, week by week, weekly drop, in a single day, straight through, back to back, in a row, all of it at once, all out, over a weekend, per friday, released together, drop together, come out together, one per, at once, all at once, =weekly, every week, each week, per week, once a week, one a week, one go, in one go, binge, marathon, batch, staggered, full season drop, all together, arrive together, one by one, between episode, how often, same day, drip, every friday, one every, spread out, double bill, in one sitting',
  schedule:
    'holidays, over christmas, new year, boxing day, release schedule, airing schedule, last part, when is the next, day of the week, rest of the episode, remaining episode, schedule, timetable, next episode, new episode, last episode, final episode, finale, which day, what day of the week, episode list, run until, christmas',
  download:
    'without data, mobile data, roaming, saved for, save for, saved to, saved on, keep a copy, copy on my, no network, airplane mode, plane mode, underground, in the metro, on the subway, off grid, cabin, road trip, long haul, on a trip, locally, sync it, cache, download, offline, without internet, without a connection, without wifi, no wifi, no internet, on a plane, on the plane, on a train, on the train, flight, airplane, save it, connection, without signal, no signal, on the go, no reception, no data, store it, store them, store episode, store the, take it with me, bring it along, take it along, take it on the road',
  price:
    'budget for, how pricey, pricey, cheaper, per month, a month, price, cost, how much is, how much does, how much do, how much will, expensive, cheap, fee, charge, euro, dollar, pound, money, afford, pricing',
  subscription:
    'for free, free of charge, cost anything, costs anything, without paying, paywall, pay for it, have to buy, need a subscription, trial, subscription, subscribe, subscriber, free, pay, paying, paid, membership, sign up, account, for nothing, free trial, costs nothing, need to pay, have to pay',
  quality:
    'how good is the sound, how good does it look, sound good, look good, the sound like, audio quality, ultra hd, 1080p, full hd, 5 1, headphones, stereo, spatial audio, earphones, can i see anything, bright enough, at daytime, in daylight, living room, on my tv, good tv, video look, 4k, uhd, hdr, hd, high definition, dynamic range, resolution, picture quality, sound quality, video quality, image quality, dolby, atmos, dolby vision, surround, surround sound, picture and sound, too dark, dark to see, dark screen, black screen, see anything, see a thing, brightness, contrast ratio, home cinema, home theatre, oled, qled, projector, big tv, soundbar, speaker, turn off the lights, turn the lights off, lights off, curtains',
  device: 'smart tv, chromecast, roku, xbox, playstation, game console, nintendo switch',
  'buy-it': 'dvd, blu ray, bluray, disc, physical copy, box set',
  'time-zone': 'time zone, timezone, local time, my time, utc, gmt, midnight',
  episode: 'episode, ep, eps, epsiode, chapter, installment, instalment, part',
  season:
    'again after, see * again, get more, any more after, more to come, to be continued, standalone, stand alone, closed ending, open ending, cliffhanger, one season, first season, keep going, extend, extended, sequel planned, second series, another series, next series, series two, series 2, season, sequel, renew, renewal, follow up, spin off, spinoff, carry on, continue, part two, part 2, more episode, more after, come back, return, be more, any more, more of it, cancelled, one off, miniseries, mini series, limited series, a prequel, prequel, second run, future',
  length:
    'how much time, hour each, long each, take to watch, take me, takes me, whole hour, under an hour, over an hour, how many hours, hours in total, in total, total time, all together how long, how long, runtime, run time, running time, run for, length, duration, how many minute, how many hour, hour long, an hour, half an hour, last for, how short, long is, long are, takes to watch, take up, takes up, of my evening, time to watch, time commitment',
  title: 'title',
  name: 'name, called, titled, entitled',
  plot: 'what goes on, plot summary, recap, in a nutshell, what is the deal, deal with, what kind of story, elevator pitch, logline, what it is about, tell the story, rough idea, what should i expect, plot, story, synopsis, summary, premise, storyline, summary, what is it about, what is * about, what are * about, it about, episode about, tell me about, happens, overview, summarise, summarize, gist, pitch',
  genre:
    'genre, kind of show, type of show, kind of series, sort of show, sort of series, kind of film, comedy, thriller, horror, drama, crime, mystery, whodunit, romance, period piece, period drama, detective, documentary',
  setting:
    'which century, what decade, what time period, when in history, back in time, place and time, set in, take place, takes place, what year, which year, what era, era, period, time period, is it set, is set, when is it set, where is it set, century, decade, the story set',
  ending:
    'be over, is over, is * over, is * * over, come to an end, the end, end, ends, ending, finale, final scene, twist, how does it end, last scene, resolve, conclusion, happy ending, finish',
  'true-story':
    'was * =real, was * * =real, are * =real, are * * =real, is * =real, on a map, can i visit, actual place, is there such a, any truth, truth behind, authentic, accurate, accuracy, fact or fiction, historically accurate, real people, real events, in history, true story, true events, real event, real story, real life, really happen, actually happen, real place, real person, exist, existed, fictional, fiction, fictitious, historical, historically, made up, make it up, invented, invention, did * happen, did * actually, did * really, in reality, based on fact, is it real, actual event, actual history, real history, any of it real, any of it true, true',
  book: 'source novel, published story, adapted from, the original, in print, ebook, audiobook, graphic novel, short story, manga, previously published, book, novel, comic, source material, read it first, original story, author, based on a, read the, paperback, literature',
  adaptation: 'adaptation, adapted, based on',
  sealed:
    'hidden title, hidden titles, titles hidden, titles are hidden, hidden episode, hidden names, hiding the, keep hidden, kept hidden, kept quiet, so secretive, secrecy, mystery about, why the secrecy, no info, no information, no description, without a title, no names, not named, unnamed, under wraps, hush hush, censored, not revealed, not say, not told, still hidden, unseal, sealed, seal, unsealed, kept secret, secret, embargo, embargoed, locked, unlock, withheld, blank, blanked, not shown yet, greyed out, not tell, cannot tell, missing title, no title',
  code: 'hide a message, message, messages, hidden, decode, message in, secret meaning, do the signals, do the flashes, meaning of the, understand the signals, read the flashes, work out the code, something hidden, hidden code, decipher, decrypt, cipher, morse, morse code, secret code, secret message, hidden message, hidden meaning, easter egg, mean something, mean anything, means anything, have a meaning, actual code, real code, in code, crack the code, solve the code, what do the * mean, work out the, read the signal, puzzle, clue, translate the',
  whole:
    'whole season, whole series, whole thing, entire series, entire season, full series, all episode, all six, all of them, everything',
  spoiler: 'spoiler, spoil, spoiled, give away, gives something away, leak, ruin, reveal',
  format:
    'series or a movie, series or movie, movie or a series, movie or series, film or a series, film or series, series or a film, series or film, how many episode are there, how many chapters, how many are there, how many will there be, how many in all, episodes in total, episode total, how many episode, number of episode, episode count, how many part, format, episodes are there',
  announce:
    'announce, announced, announcement, confirmed, be revealed, get revealed, be known, made public, find out when, hear when, told when',
  cast: 'acting as, in the part, who does, whos playing, portraying, portrayed, behind the character, face of, in the shoes of, play, plays, played by, playing, portray, starring, cast, who is in it, who is in the, who else is in, who stars, lead role, leading role, voice actor, role of, in the role, acting in',
  'cast-list':
    'names of the actors, actor list, list of actors, who all is in, cast members, star cast, ensemble, who appears, who can we see, cast list, the cast, full cast, whole cast, main cast, who is in it, who is in this, who else is in it, who stars, starring, who are the actors, who are the actor, main role, main part, lead role, leading role, main character, lead character, title role',
  actor: 'actor, actress, star, performer, acting, leading lady, leading man, main actor',
  role: 'role, character, part of, hero, heroine, protagonist, lead, villain',
  crew: 'behind it all, creative team, production team, production crew, made the show, credits list, who were the people, crew, team behind, people behind, who worked on, behind the scenes, behind the camera, behind it, behind this, behind the series, behind the show, filmmaker',
  director: 'direct, directs, directed, director, directing, direction, helm, helmed, in charge of, at the helm',
  writer:
    'write, writes, wrote, written, writer, screenplay, script, scripts, screenwriter, penned, pen, scriptwriter, author, novelist',
  creator:
    'create, created, creator, showrunner, came up with, come up with, idea, brainchild, mind behind, invent, conceived, inspired, inspiration, started the series',
  producer: 'producer, produce, produced, production, executive producer, co founder',
  camera:
    'cinematographer, cinematography, photography, camera, cameraman, camerawoman, dop, director of photography, photographer, photographed, lens, shot it, filmed it, shot by',
  editing: 'edit, edited, editor, editing, cutting, cut the, cut it, montage',
  design:
    'production design, production designer, set design, set designer, designer, =sets, art director, art direction, design, built the set, set built',
  casting:
    'find her, find him, picked, get the part, got the part, get the role, got the role, got cast, get cast, cast as, how was * cast, auditioned, how many people did, chosen, casting call, casting process, open call, =casting, casting director, find the actor, found the actor, find the girl, found the girl, find the woman, find the boy, find the man, find her, find him, found her, found him, find the actress, found the actress, come from, came from, chose the actor, choose the actor, picked the actor, discovered, audition, cast them, cast the, chosen for, picked for, find the cast, found for the role, scouted',
  music: 'music, score, soundtrack, song, theme tune, theme song, ost, tune, instrument, orchestra, musical',
  composer:
    'who scored, scored it, musician, wrote the music, write the music, wrote the score, write the score, composer, compose, composed',
  album:
    'album, soundtrack, spotify, vinyl, cd, listen to the music, record, get the music, buy the music, buy the score',
  studio: 'studio, production company, company',
  'made-by':
    'who made, made by, who makes, who is behind, who did, who is responsible, who created, makers of, maker, who produced, who is making',
  career:
    'has * written, has * directed, has * done, has * made, has * acted, has * won, has * produced, has * worked, has * played in, act in, acted in, past roles, previous roles, prior, former job, original profession, where do i know, where have i seen, recognise from, recognize from, seen before, resume, cv, other films, other series, other shows, also done, also made, also written, also directed, end up, got into, get into acting, become an actor, became an actor, get started, how did * start, first big, history of, other work, before this, before that, previously, past work, earlier, else has, else have, been in, known for, famous for, appeared in, career, background, used to be, used to do, worked as, =trained, started out, filmography, credits, done before, job before, did before, do before, first film, day job',
  debut:
    'first role, first * role, first job, first part, newcomer, new to, first time acting, acted before, never acted, unknown actor, debut, experience',
  award: 'award, prize, won, win, bafta, emmy, oscar, nominated, trophy',
  filming:
    'on set, film crew, camera roll, stage, soundstage, sound stage, in a studio, green screen, film at, filming at, film, filmed, filming, shoot, shot, shooting, location, set on, recorded, on location, film set, make the series, made it where, filming location',
  location:
    'where exactly, what island, which island, filmed in, shot in, shot on, filmed on, on which island, place they filmed, spot, set location, country was it filmed, can you visit, filming location, where was it made, where was it shot, where was it filmed, where did they film, where did they shoot, real location, visit the set, visit the location, locations, location, scenery, shooting location',
  'shooting-days':
    'when did filming, filming wrap, filming start, filming begin, filming end, finish filming, start filming, wrap filming, length of the shoot, duration of the shoot, how long was filming, weeks of filming, take to film, take to shoot, take to make, months of, days of filming, shooting days, shoot days, days of shooting, how long did * film, how long did * filming, how long did * shoot, how long was * shoot, filming take, filming last, shoot take, shoot last, days did, how many days, wrap, wrapped',
  rating:
    'age rated, r rated, tv ma, pegi, film board, classify, why is it * rated, adults only, for adults, over 18, under 15, under 16, how old must, how old should, min age, suitable age, age group, parental guidance, content warning, trigger warning, content note, viewer advice, rated, rating, ratings, age rating, certificate, certification, classification, classified, advisory, pg, bbfc, age limit, age restriction, minimum age, how old do, 12a, mature, age recommendation, age guidance, 15, 16, 18',
  child:
    'tween, preteen, grandkids, little brother, little sister, schoolkid, all ages, whole family, primary school, secondary school, baby, minors, minor, babysit, child, children, kid, kids, son, daughter, niece, nephew, toddler, teen, teenager, year old, years old, family, families, grandson, granddaughter, grandkid, grandchild, boy, girl, little one, young, younger, pupil, student, teenage',
  suitable:
    'family viewing, family friendly, family show, kid friendly, child friendly, ok to watch with, safe to watch with, could my, would you let, should my, should i let, alright to, recommended for, not for kids, for kids, harmful, mature enough, watch together with, shield, suitable, appropriate, ok for, okay for, fine for, safe for, alright for, all right for, good for, let my, allowed, age appropriate, too young, too much for, too old for, cope with, old enough, bring my, watch with, handle, right for',
  violence:
    'murders, corpse, corpses, dead bodies, brutal, bloodshed, stabbing, guns, cruelty, animal cruelty, self harm, suicide, abuse, death scenes, drowning, violence, violent, gore, gory, blood, bloody, graphic, fight, killing, murder, torture, weapon, gruesome',
  swearing:
    'cursing, naughty words, curse words, cussing, language used, bad words, dirty words, f bombs, swear, swearing, strong language, bad language, curse, cursing, profanity, foul, foul language, bad word, f word, cuss, rude word, swear word, crude',
  sex: 'sex, sexual, nudity, nude, naked, sex scene, intimate, kissing, explicit',
  fear: 'scariness, fright, chilling, haunting, anxiety, anxious, stressful, creeped, terror, hide behind the sofa, too intense, spooked, scary, scare, scared, frightening, frighten, frightened, disturbing, creepy, spooky, nightmare, jump scare, horror, terrifying, intense, upsetting, tense, suspense',
  flashing:
    'strobes, strobe light, blinking light, flickering light, flashing image, light effects, photosensitive epilepsy, epilepsy warning, sensitive eyes, bright flashes, lightning scenes, triggers a migraine, seizures, vertigo, motion sickness, dizzy, flashing, flash, flashes, strobe, strobing, epilepsy, epileptic, seizure, photosensitive, photosensitivity, flicker, flickering, lightning, migraine, blinking, bright light, light sensitive, sensitive to light, light sensitivity, reduced motion, fits',
  language:
    'language, languages, english, spanish, french, german, italian, portuguese, swedish, norwegian, danish, finnish, japanese, dutch, polish, chinese, mandarin, korean, arabic, hindi, turkish, russian, tongue, translated, translation, original sound, original version, spoken, audio',
  captions:
    'read it in, read the dialogue, written dialogue, on screen text, text for, subtitle in, subtitle language, words on the screen, closed captioning, captioning, caption, captions, captioned, closed caption, subtitle, subtitles, subtitled, subs, subbed, cc, read along, text on screen',
  dubbing:
    'switch between, choose between, spanish audio, english audio, french audio, german audio, original audio, dubbed voice, real voice, real voices, original voice, original voices, voice cast, language track, sound track language, in what language, which language is it in, language is it, language was it, spoken language, hear the original, switch the language, change the language, spanish version, english version, vo, watch it in, in my language, in my own language, dub, dubs, dubbed, dubbing, voice over, voiceover, voiced, voice of, spanish voice, original version, original language, original audio, audio track, audio language, hear it in, listen in, spoken in, speak, speaks, audio in, in english, in spanish, in french, in german, watch * in spanish, watch * in english, sound in, original sound',
  deaf: 'not hear, do not hear, hears poorly, hears very little, hears nothing, hear anything, going deaf, losing my hearing, losing her hearing, losing his hearing, lost * hearing, hearing impaired viewer, hearing is bad, hearing is going, hard hearing, cochlear, cochlear implant, tinnitus, deaf viewer, signing, bsl, asl, sound off, volume off, on mute, muted, deaf, deafness, hard of hearing, hearing impaired, hearing impairment, hearing loss, hearing aid, hearing problem, =hearing, sdh, hoh, cannot hear, can not hear, cant hear, not hear, does not hear, hear very well, lost her hearing, lost his hearing, lost my hearing, hear badly, hears badly, poor hearing, people who do not hear, hear well, bad hearing, without hearing, without sound, sign language',
  blind:
    'not see, not see well, cannot see well, see badly, sees badly, sees very little, sees nothing, going blind, losing * sight, lost * sight, bad eyes, failing eyes, weak eyes, guide dog, visually disabled, sightless, blind viewer, blind people, vision impaired, bad eyesight, macular, glaucoma, cataract, blind, cannot see, can not see, blindness, visually impaired, visual impairment, sight impaired, partially sighted, low vision, poor eyesight, eyesight, sight loss, lost her sight, lost his sight, lost my sight, cannot see, not see well, cannot see the, vision loss, loss of vision, losing my sight, losing his sight, losing her sight, vip',
  description:
    'explain the picture, explains the picture, describe the scene, describes what, describe what, tell what happens on screen, tells what happens, narrator for, spoken commentary, describing what, descriptive narration, narrate the, audio description, audio described, audio descriptions, described video, descriptive audio, describer, narrated, narration, describes the picture, describe what happens, describe the picture, described, spoken description, descriptive track',
  'sound-effects':
    'background noise, off screen sound, off camera, what the noise is, sound cues, sounds in the, noise on screen, noises in, describe sound, describe the sound, sound described, sounds described, name the sound, sound effect, noise, noises, sounds, ambient sound, who is speaking, who speaks, speaker label, sound',
  shop: '=goods, merch shop, gift shop, items, product, products, memorabilia, swag, apparel, tee, t shirts, tote, postcard, art print, key ring, keyring, sticker, wall art, for purchase, can i own, hats, cap, scarf, calendar for, merch, merchandise, shop, online store, a store, the store, your store, buy, purchase, t shirt, tshirt, mug, pin, badge, gift, souvenir, toy, goodies, for sale, order, sell, sold, hoodie, collectible, print, knitting pattern, pattern',
  press:
    'news outlet, news site, press contact, press people, press team, pr team, pr contact, pr, presse, editor of a, i write for, write for a, writing an article, writing a piece, writing about, feature on, my blog, my column, columnist, press pack, media kit, media team, my magazine, my paper, my newspaper, press, journalist, media, radio, radio station, tv station, broadcaster, reporter, newspaper, blog, blogger, critic, publication, magazine, press kit, epk, outlet, coverage, article about, podcaster, press office, publicist',
  picture:
    'photo of, picture of, image of, behind the scenes photos, press photos, production stills, poster image, promotional image, promo pictures, graphics, banner, icon, avatar, background image, still from, picture, pictures, image, photo, photograph, still, stills, screenshot, wallpaper, high res, high resolution, artwork, key art, logo, gallery, emblem, snapshot, look like, looks like, appearance',
  screener:
    'see * before, preview episode, ahead of everyone, early copy, press copy, review link, advance link, screening link, sneak preview, critic access, press preview, advance episode, screener, preview copy, review copy, advance copy, advance screening, see it early, watch it early, early access, before release, beforehand, preview screening, ahead of release, in advance, press screening',
  review:
    'critics, embargo for critics, when may reviews, reviews be, write a review, reviews appear, first reviews, publish reviews, post reviews, review, reviews, reviewing, critics say, embargo for reviews, review embargo, publish my review, publish a review',
  interview:
    'speak to an actor, talk to an actor, interview request, sit down with, chat with the, talk to someone from the cast, questions for the cast, interview, interviewed, talk to the cast, speak to the cast, talk to the director, talk with, speak to, speak with, talk to the, q and a, junket',
  contact:
    'who can i ask, whom do i, who do i speak, who do i talk, who handles, responsible for press, contact person, contact details, get hold of, e mail address, mail address, email address, who to contact, who to ask, write an email, contact, email, e mail, mail, reach, get in touch, write to, phone number, telephone, press office, address, who do i ask, who do i write, talk to someone, who should i',
  privacy:
    'personal information, log my, logging, stored about, store anything, store anything about, keep about me, remember me, remembers me, ads, adverts, advertising, ad tracking, trackers, surveillance, profile me, my information, share my data, sell my data, information about me, google analytics, anonymous, fingerprint, privacy, cookie, cookies, track, tracking, tracked, gdpr, personal data, my data, data about me, know about me, collect data, collect, spy, spying, analytics, third party, store about me, watching me, data, visitors, consent',
  site: 'site, website, web site, webpage, web page, page, this page, homepage',
  accessible:
    'assistive, assistive technology, screen readers, readable, legible, alt text, work for blind, ok for blind, usable, tabbing, only with a keyboard, contrast, dark mode, larger text, large text, bigger font, zoom in, text too small, without javascript, scripts off, braille, talkback, narrator, accessible, accessibility, screen reader, keyboard, high contrast, large print, disability, disabled, jaws, voiceover, nvda, wcag, tab key, without a mouse, magnifier, zoom, use a mouse, using a mouse, without mouse, use my hands, cannot see the text, font, text size, dyslexia, dyslexic, colour blind, color blind, sip and puff, switch access, voice control, javascript, scripts, barrier, font size, bigger text',
  'fan-work':
    'fan made, fan video, fan page, fan site, fan music, parody, homemade, handmade, drawn, my drawing, my drawings, sketch, write fanfiction, make my own version, use the pictures, use the images, use a screenshot, use screenshots, use a picture, use the logo, use the poster, on my channel, on youtube, on instagram, on tiktok, my youtube, my channel, twitch, reaction video, sell something, sell prints, commercial use, commercially, fan art, fanart, fan fiction, fanfic, fan film, fan work, cosplay, make my own, my own, something of my own, draw, drawing, drawings, make a video, make fan, sell my, remix, tribute, write a story, costume of, tattoo, share my, upload my, publish my, may i use, can i use, am i allowed to use, etsy, earn money, post my',
  rights: 'copyright, license, licence, licensing, rights, permission, allowed to use, trademark, legal, permit',
  'public-screening':
    'the hall, our hall, community centre, community center, film night, movie night, cinema club, library, church hall, museum, theatre group, our club, public viewing, watch party, viewing party, screen it, screen the, public screening, =screening, =screenings, show it in the, show * in the hall, play it in, to an audience, show * at our, show it to, charity, fundraiser, show it publicly, show it in public, show it at, show it in a, show it in our, film club, village hall, classroom, in a pub, at school, in my bar, film society',
  trailer:
    'clips, videos, preview clip, teaser trailer, short video, behind the scenes video, =making of, featurette, trailer, trailers, teaser, clip, clips, video, promo, footage, sneak peek, first look, preview',
  news: 'news, feed, rss, newsletter, update, updates, latest, notify, notified, keep me posted, let me know, announcement',
  transcript:
    'written version, words spoken in, text for the, what is said in, what they say in, what gets said, script of the trailer, transcript, written out, text version, text of the trailer, words of the trailer',
  poster: 'poster, key art, artwork, cover',
  multiplayer: 'multiplayer, co op, coop, crossplay, cross play, online play, single player, split screen',
  preorder: 'preorder, pre order, pre purchase, wishlist, deluxe edition, collector edition',
  requirements: 'system requirements, minimum specs, specs, pc requirements, graphics card, gpu, ram',
  gameplay: 'gameplay, difficulty, levels, open world, playable',
};
