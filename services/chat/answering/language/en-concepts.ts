import type { Concept } from './concepts.ts';

/**
 * How English speaks of what launches are asked about. Words match whatever their ending; `*` stands for up to two words.
 * A phrase in which a word alone says too little is written out.
 */
export const EN_CONCEPTS: Readonly<Record<Concept, string>> = {
  release:
    'release, premiere, premier, launch, debut, drop, air, airing, come out, comes out, coming out, came out, come * out, out yet, out now, be out, is out, it out, is * out, out on, open, opening, arrive, land, go live, hit screen, coming to, come to, will it come, will * come, coming here, start, begin, kick off, first broadcast, available, time is it on, time * it on, day is it on, on air, is it on at, get to see it, get to watch, get it, gets it, get this, have to wait, wait for, wait till, wait until, reach, rollout, released date, release date, opening night, opening day, out already',
  watch:
    'watch, see it, see the, view, viewing, stream, catch it, tune in, seen, see this, watchable, binge, screen it, able to see',
  service:
    'service, platform, stream, streamer, streaming, channel, network, netflix, prime video, amazon prime, disney, disney plus, hbo, hbo max, hulu, apple tv, paramount, peacock, itv, bbc, iplayer, now tv, sky, provider, broadcaster, what app, which app, on demand, where to watch, where can * watch, where can * see, where do * watch, where will * be shown, who is showing, who has it, who shows it, what is it on, what * it on, watch it on, see it on, tv station',
  cinema: 'cinema, movie theater, theaters, big screen, picture house, imax, box office, in theatres',
  'where-i-live':
    'my country, where i live, where i am, other country, further country, more country, my region, my territory, my area, abroad, worldwide, international, internationally, globally, outside, elsewhere, not on the list, not listed, never get it, ever come, latin america, south america, rest of the world, other region, everywhere, expand',
  calendar:
    'calendar, reminder, remind me, ical, ics, save the date, add to calendar, diary, agenda, google calendar, outlook, alarm, not forget, alert me',
  date: 'date, day, when exactly, what time, hour',
  'at-once':
    'at once, all at once, =weekly, every week, each week, per week, once a week, one a week, one go, in one go, binge, marathon, batch, staggered, full season drop, whole season, whole series, whole thing, all together, arrive together, all episode, all six, all of them, one by one, between episode, how often, same day, drip, every friday, one every, spread out, double bill, in one sitting',
  schedule:
    'schedule, timetable, next episode, new episode, last episode, final episode, finale, which day, what day of the week, episode list, run until, christmas',
  download:
    'download, offline, without internet, without a connection, without wifi, no wifi, no internet, on a plane, on the plane, on a train, on the train, flight, airplane, save it, connection, without signal, no signal, on the go, no reception, no data, store it, store them, store episode, store the, take it with me, bring it along, take it along, take it on the road',
  price:
    'price, cost, how much is, how much does, how much do, how much will, expensive, cheap, fee, charge, euro, dollar, pound, money, afford, pricing',
  subscription:
    'subscription, subscribe, subscriber, free, pay, paying, paid, membership, sign up, account, for nothing, free trial, costs nothing, need to pay, have to pay',
  quality:
    '4k, uhd, hdr, hd, high definition, dynamic range, resolution, picture quality, sound quality, video quality, image quality, dolby, atmos, dolby vision, surround, surround sound, picture and sound, too dark, dark to see, dark screen, black screen, see anything, see a thing, brightness, contrast ratio, home cinema, home theatre, oled, qled, projector, big tv,  soundbar, speaker, turn off the lights, turn the lights off, lights off, curtains',
  device: 'smart tv, chromecast, roku, xbox, playstation, game console, nintendo switch',
  'buy-it': 'dvd, blu ray, bluray, disc, physical copy, box set',
  'time-zone': 'time zone, timezone, local time, my time, utc, gmt, midnight',
  episode: 'episode, ep, eps, epsiode, chapter, installment, instalment, part',
  season:
    'second series, another series, next series, series two, series 2, season, sequel, renew, renewal, follow up, spin off, spinoff, carry on, continue, part two, part 2, more episode, more after, come back, return, be more, any more, more of it, cancelled, one off, miniseries, mini series, limited series, a prequel, prequel, second run, future',
  length:
    'how long, runtime, run time, running time, run for, length, duration, how many minute, how many hour, hour long, an hour, hour each, half an hour, last for, how short, long is, long are, takes to watch, take up, takes up, of my evening, time to watch, time commitment',
  title: 'title',
  name: 'name, called, titled, entitled',
  plot: 'plot, story, synopsis, summary, premise, storyline, summary, what is it about, what is * about, what are * about, it about, episode about, tell me about, happens, overview, summarise, summarize, gist, pitch',
  genre:
    'genre, kind of show, type of show, kind of series, sort of show, sort of series, kind of film, comedy, thriller, horror, drama, crime, mystery, whodunit, romance, period piece, period drama, detective, documentary',
  setting:
    'set in, take place, takes place, what year, which year, what era, era, period, time period, is it set, is set, when is it set, where is it set, century, decade, the story set',
  ending:
    'the end, end, ends, ending, finale, final scene, twist, how does it end, last scene, resolve, conclusion, happy ending, finish',
  'true-story':
    'true story, true events, real event, real story, real life, really happen, actually happen, real place, real people, real person, exist, existed, fictional, fiction, fictitious, historical, historically, made up, make it up, invented, invention, did * happen, did * actually, did * really, in reality, based on fact, is it real, actual event, actual history, real history, any of it real, any of it true, true',
  book: 'book, novel, comic, source material, read it first, original story, author, based on a, read the, paperback, literature',
  adaptation: 'adaptation, adapted, based on',
  sealed:
    'sealed, seal, unsealed, kept secret, secret, hidden, hide, embargo, embargoed, locked, unlock, withheld, blank, blanked, not shown yet, greyed out, not tell, cannot tell, missing title, no title',
  code: 'decode, decipher, decrypt, cipher, morse, morse code, secret code, secret message, hidden message, hidden meaning, easter egg, mean something, mean anything, means anything, have a meaning, actual code, real code, in code, crack the code, solve the code, what do the * mean, work out the, read the signal, puzzle, clue, translate the',
  spoiler: 'spoiler, spoil, spoiled, give away, gives something away, leak, ruin, reveal',
  format: 'how many episode, number of episode, episode count, how many part, format, episodes are there',
  announce: 'announce, announced, announcement, confirmed, find out, told, known, decided, hear',
  cast: 'play, plays, played by, playing, portray, starring, cast, who is in it, who is in the, who else is in, who stars, lead role, leading role, voice actor, role of, in the role, acting in',
  'cast-list':
    'cast list, the cast, full cast, whole cast, main cast, who is in it, who is in this, who else is in it, who stars, starring, who are the actors, who are the actor, main role, main part, lead role, leading role, main character, lead character, title role',
  actor: 'actor, actress, star, performer, acting, leading lady, leading man, main actor',
  role: 'role, character, part of, hero, heroine, protagonist, lead, villain',
  crew: 'crew, team behind, people behind, who worked on, behind the scenes, behind the camera, behind it, behind this, behind the series, behind the show, filmmaker',
  director: 'direct, directs, directed, director, directing, direction, helm, helmed, in charge of, at the helm',
  writer:
    'write, writes, wrote, written, writer, screenplay, script, scripts, screenwriter, penned, pen, scriptwriter, author, novelist',
  creator:
    'create, created, creator, showrunner, came up with, come up with, idea, brainchild, mind behind, invent, conceived, inspired, inspiration, started the series',
  producer: 'producer, produce, produced, production, executive producer, co founder, founder',
  camera:
    'cinematographer, cinematography, photography, camera, cameraman, camerawoman, dop, director of photography, photographer, photographed, lens, shot it, filmed it, shot by',
  editing: 'edit, edited, editor, editing, cutting, cut the, cut it, montage',
  design:
    'production design, production designer, set design, set designer, designer, =sets, art director, art direction, design, built the set, set built',
  casting:
    '=casting, casting director, find the actor, found the actor, find the girl, found the girl, find the woman, find the boy, find the man, find her, find him, found her, found him, find the actress, found the actress, come from, came from, chose the actor, choose the actor, picked the actor, discovered, audition, cast them, cast the, chosen for, picked for, find the cast, found for the role, scouted',
  music: 'music, score, soundtrack, song, theme tune, theme song, ost, tune, instrument, orchestra, musical',
  composer: 'composer, compose, composed',
  album:
    'album, soundtrack, spotify, vinyl, cd, listen to the music, record, get the music, buy the music, buy the score',
  studio: 'studio, production company, company',
  'made-by':
    'who made, made by, who makes, who is behind, who did, who is responsible, who created, makers of, maker, who produced, who is making',
  career:
    'other work, before this, before that, previously, past work, earlier, else has, else have, been in, known for, famous for, appeared in, career, background, used to be, used to do, worked as, trained, started out, filmography, credits, done before, job before, did before, do before, first film, day job',
  debut:
    'first role, first * role, first job, first part, newcomer, new to, first time acting, acted before, never acted, unknown actor, debut, experience',
  award: 'award, prize, won, win, bafta, emmy, oscar, nominated, trophy',
  filming:
    'film, filmed, filming, shoot, shot, shooting, location, set on, recorded, on location, film set, make the series, made it where, filming location',
  location:
    'filming location, where was it made, where was it shot, where was it filmed, where did they film, where did they shoot, real location, visit the set, visit the location, locations, location, scenery, shooting location',
  'shooting-days':
    'days of filming, shooting days, shoot days, days of shooting, how long did * film, how long did * filming, how long did * shoot, how long was * shoot, filming take, filming last, shoot take, shoot last, days did, how many days, wrap, wrapped',
  rating:
    'rated, rating, ratings, age rating, certificate, certification, classification, classified, advisory, pg, bbfc, age limit, age restriction, minimum age, how old do, 12a, mature, age recommendation, age guidance, 15, 16, 18',
  child:
    'child, children, kid, kids, son, daughter, niece, nephew, toddler, teen, teenager, year old, years old, family, families, grandson, granddaughter, grandkid, grandchild, boy, girl, twelve, thirteen, little one, young, younger, pupil, student, teenage',
  suitable:
    'suitable, appropriate, ok for, okay for, fine for, safe for, alright for, all right for, good for, let my, allowed, age appropriate, too young, too much for, too old for, cope with, old enough, bring my, watch with, handle, right for',
  violence: 'violence, violent, gore, gory, blood, bloody, graphic, fight, killing, murder, torture, weapon, gruesome',
  swearing:
    'swear, swearing, strong language, bad language, curse, cursing, profanity, foul, foul language, bad word, f word, cuss, rude word, swear word, crude',
  sex: 'sex, sexual, nudity, nude, naked, sex scene, intimate, kissing, explicit',
  fear: 'scary, scare, scared, frightening, frighten, frightened, disturbing, creepy, spooky, nightmare, jump scare, horror, terrifying, intense, upsetting, tense, suspense',
  flashing:
    'flashing, flash, flashes, strobe, strobing, epilepsy, epileptic, seizure, photosensitive, photosensitivity, flicker, flickering, lightning, migraine, blinking, bright light, light sensitive, sensitive to light, light sensitivity, reduced motion, fits',
  language:
    'language, languages, english, spanish, french, german, italian, portuguese, swedish, norwegian, danish, finnish, japanese, dutch, polish, chinese, mandarin, korean, arabic, hindi, turkish, russian, tongue, translated, translation, original sound, original version, spoken, audio',
  captions:
    'caption, captions, captioned, closed caption, subtitle, subtitles, subtitled, subs, subbed, cc, read along, text on screen',
  dubbing:
    'dub, dubs, dubbed, dubbing, voice over, voiceover, voiced, voice of, spanish voice, original version, original language, original audio, audio track, audio language, hear it in, listen in, spoken in, speak, speaks, audio in, in english, in spanish, in french, in german, watch * in spanish, watch * in english, sound in, original sound',
  deaf: 'deaf, deafness, hard of hearing, hearing impaired, hearing impairment, hearing loss, hearing aid, hearing problem, =hearing, sdh, hoh, cannot hear, can not hear, cant hear, not hear, does not hear, hear very well, lost her hearing, lost his hearing, lost my hearing, hear badly, hears badly, poor hearing, people who do not hear, hear well, bad hearing, without hearing, without sound, sign language',
  blind:
    'blind, cannot see, can not see, blindness, visually impaired, visual impairment, sight impaired, partially sighted, low vision, poor eyesight, eyesight, sight loss, lost her sight, lost his sight, lost my sight, cannot see, not see well, cannot see the, vision loss, loss of vision, losing my sight, losing his sight, losing her sight, vip',
  description:
    'audio description, audio described, audio descriptions, described video, descriptive audio, describer, narrated, narration, describes the picture, describe what happens, describe the picture, described, spoken description, descriptive track',
  'sound-effects':
    'describe sound, describe the sound, sound described, sounds described, name the sound, sound effect, noise, noises, sounds, ambient sound, who is speaking, who speaks, speaker label, sound',
  shop: 'merch, merchandise, shop, online store, a store, the store, your store, buy, purchase, t shirt, tshirt, mug, pin, badge, gift, souvenir, toy, goodies, for sale, order, sell, sold, hoodie, collectible, print, knitting pattern, pattern',
  press:
    'press, journalist, media, radio, radio station, tv station, broadcaster, reporter, newspaper, blog, blogger, critic, publication, magazine, press kit, epk, outlet, coverage, article about, podcaster, press office, publicist',
  picture:
    'picture, pictures, image, photo, photograph, still, stills, screenshot, wallpaper, high res, high resolution, artwork, key art, logo, gallery, emblem, snapshot, look like, looks like, appearance',
  screener:
    'screener, preview copy, review copy, advance copy, advance screening, see it early, watch it early, early access, before release, beforehand, preview screening, ahead of release, in advance, press screening',
  review:
    'review, reviews, reviewing, critics say, embargo for reviews, review embargo, publish my review, publish a review',
  interview:
    'interview, interviewed, talk to the cast, speak to the cast, talk to the director, talk with, speak to, speak with, talk to the, q and a, junket',
  contact:
    'contact, email, e mail, mail, reach, get in touch, write to, phone number, telephone, press office, address, who do i ask, who do i write, talk to someone, who should i',
  privacy:
    'privacy, cookie, cookies, track, tracking, tracked, gdpr, personal data, my data, data about me, know about me, collect data, collect, spy, spying, analytics, third party, store about me, watching me, data, visitors, consent',
  site: 'site, website, web site, webpage, web page, page, this page, homepage',
  accessible:
    'accessible, accessibility, screen reader, keyboard, high contrast, large print, disability, disabled, jaws, voiceover, nvda, wcag, tab key, without a mouse, magnifier, zoom, use a mouse, using a mouse, without mouse, use my hands, cannot see the text, font, text size, dyslexia, dyslexic, colour blind, color blind, sip and puff, switch access, voice control, javascript, scripts, barrier, font size, bigger text',
  'fan-work':
    'fan art, fanart, fan fiction, fanfic, fan film, fan work, cosplay, make my own, my own, something of my own, draw, drawing, drawings, paint the, make a video, make fan, sell my, remix, tribute, write a story, costume of, tattoo, share my, upload my, publish my, may i use, can i use, am i allowed to use, etsy, earn money, post my',
  rights: 'copyright, license, licence, licensing, rights, permission, allowed to use, trademark, legal, permit',
  'public-screening':
    'public screening, =screening, =screenings, show it in the, show * in the hall, play it in, hall, to an audience, show * at our, show it to, charity, fundraiser, show it publicly, show it in public, show it at, show it in a, show it in our, community, film club, village hall, classroom, in a pub, at school, in my bar, film society',
  trailer: 'trailer, trailers, teaser, clip, clips, video, promo, footage, sneak peek, first look, preview',
  news: 'news, feed, rss, newsletter, update, updates, latest, notify, notified, keep me posted, let me know, announcement',
  transcript: 'transcript, written out, text version, text of the trailer, words of the trailer',
  poster: 'poster, key art, artwork, cover',
  multiplayer: 'multiplayer, co op, coop, crossplay, cross play, online play, single player, split screen',
  preorder: 'preorder, pre order, pre purchase, wishlist, deluxe edition, collector edition',
  requirements: 'system requirements, minimum specs, specs, pc requirements, graphics card, gpu, ram',
  gameplay: 'gameplay, difficulty, levels, open world, playable',
};
