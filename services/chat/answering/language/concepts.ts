// What launches of films, series and games are asked about. A language says by which words each is known.

/** What a word or a turn of phrase is about, whatever the language. */
export const CONCEPTS = [
  // Watching
  ...['release', 'watch', 'service', 'cinema', 'where-i-live', 'calendar', 'date', 'at-once', 'schedule', 'download'],
  ...['price', 'subscription', 'quality', 'device', 'buy-it', 'time-zone'],
  // What it is
  ...['episode', 'season', 'length', 'title', 'name', 'plot', 'genre', 'setting', 'ending', 'true-story', 'book'],
  ...['sealed', 'spoiler', 'format', 'adaptation', 'announce'],
  // Who is behind it
  ...['cast', 'role', 'crew', 'director', 'writer', 'creator', 'producer', 'camera', 'editing', 'design', 'casting'],
  ...['music', 'album', 'studio', 'made-by', 'career', 'debut', 'award'],
  // Making
  ...['filming', 'location', 'shooting-days'],
  // Audience
  ...['rating', 'child', 'suitable', 'violence', 'swearing', 'sex', 'fear', 'flashing'],
  // Languages
  ...['language', 'captions', 'dubbing', 'deaf', 'blind', 'description', 'sound-effects'],
  // Site, press, rights
  ...['shop', 'press', 'picture', 'screener', 'review', 'interview', 'contact', 'privacy', 'site', 'accessible'],
  ...['fan-work', 'rights', 'public-screening', 'trailer', 'news', 'transcript', 'poster'],
  // Games
  ...['multiplayer', 'preorder', 'requirements', 'gameplay'],
] as const;
export type Concept = (typeof CONCEPTS)[number];

/** What a question wants to hear: a person, a day, a place … */
export const KINDS = [
  'who',
  'when',
  'where',
  'how-long',
  'how-many',
  'how-much',
  'measure',
  'age',
  'why',
  'which',
  'how',
] as const;
export type Kind = (typeof KINDS)[number];

/** A question that every launch gets. */
export type Topic = {
  name: string;
  /** Each list is one way of asking: all of its parts are in the question. A kind is written `?when`. */
  asked: readonly (readonly (Concept | `?${Kind}`)[])[];
  /** The concept that a passage has which is about it, where nothing is headed by the topic. */
  told: Concept;
  /** It is another question where one of these is in it. */
  not?: readonly (Concept | `?${Kind}`)[];
};

export const TOPICS: readonly Topic[] = [
  {
    name: 'when-out',
    asked: [
      ['?when', 'release'],
      ['?when', 'watch'],
      ['date', 'release'],
      ['?when', 'cinema'],
      ['?when', 'episode'],
      ['date', 'watch'],
      ['?when', 'where-i-live'],
      ['?when', 'service'],
    ],
    told: 'release',
    not: ['season', 'filming', 'album', 'sealed', 'review', 'title', 'setting', 'shop', 'trailer'],
  },
  {
    name: 'where-to-watch',
    asked: [['service'], ['?where', 'watch'], ['cinema'], ['?where', 'release']],
    told: 'service',
    not: ['?when', 'filming', 'download', 'trailer', 'quality'],
  },
  {
    name: 'country-missing',
    asked: [['where-i-live', 'release'], ['where-i-live', 'watch'], ['where-i-live']],
    told: 'where-i-live',
    not: ['?when', 'service', '?where', 'rating', 'captions', '?which'],
  },
  { name: 'schedule', asked: [['at-once'], ['schedule'], ['?when', 'episode']], told: 'schedule' },
  { name: 'length', asked: [['length'], ['?how-long', 'episode']], told: 'length', not: ['filming', 'shooting-days'] },
  { name: 'who-plays', asked: [['cast'], ['?who', 'role']], told: 'cast' },
  {
    name: 'who-made',
    asked: [
      ['made-by'],
      ['crew'],
      ['?who', 'director'],
      ['?who', 'writer'],
      ['?who', 'creator'],
      ['?who', 'producer'],
      ['director'],
      ['writer'],
      ['creator'],
      ['producer'],
      ['studio'],
    ],
    told: 'crew',
  },
  { name: 'rating', asked: [['rating']], told: 'rating' },
  { name: 'why-rated', asked: [['?why', 'rating'], ['violence'], ['sex'], ['swearing']], told: 'rating' },
  { name: 'rated-elsewhere', asked: [['rating', 'where-i-live']], told: 'rating' },
  {
    name: 'for-children',
    asked: [['suitable', 'child'], ['child', 'watch'], ['child'], ['suitable'], ['child', 'fear']],
    told: 'child',
    not: ['captions', 'deaf', 'blind', 'flashing'],
  },
  { name: 'captions', asked: [['captions']], told: 'captions', not: ['deaf', 'sound-effects'] },
  { name: 'for-the-deaf', asked: [['deaf'], ['captions', 'sound-effects']], told: 'sound-effects' },
  { name: 'for-the-blind', asked: [['blind'], ['description']], told: 'description' },
  { name: 'dubbing', asked: [['dubbing'], ['language', 'watch']], told: 'dubbing' },
  { name: 'flashing', asked: [['flashing']], told: 'flashing' },
  { name: 'download', asked: [['download']], told: 'download' },
  { name: 'price', asked: [['price'], ['subscription']], told: 'subscription', not: ['shop', 'album'] },
  { name: 'quality', asked: [['quality']], told: 'quality' },
  { name: 'filmed-where', asked: [['?where', 'filming'], ['location'], ['?where', 'made-by']], told: 'filming' },
  { name: 'filmed-when', asked: [['?when', 'filming'], ['?how-long', 'filming'], ['shooting-days']], told: 'filming' },
  { name: 'music', asked: [['music'], ['album']], told: 'music' },
  { name: 'more-seasons', asked: [['season']], told: 'season' },
  { name: 'book', asked: [['book'], ['adaptation']], told: 'book', not: ['true-story'] },
  { name: 'true-story', asked: [['true-story']], told: 'true-story' },
  { name: 'plot', asked: [['plot']], told: 'plot', not: ['episode'] },
  { name: 'shop', asked: [['shop']], told: 'shop' },
  {
    name: 'press-pictures',
    asked: [['press', 'picture'], ['picture']],
    told: 'picture',
    not: ['fan-work', 'quality', 'rights'],
  },
  {
    name: 'screener',
    asked: [['screener'], ['press', 'watch'], ['review'], ['interview'], ['press', 'contact']],
    told: 'screener',
  },
  { name: 'privacy', asked: [['privacy']], told: 'privacy' },
  { name: 'accessible', asked: [['accessible'], ['site', 'blind']], told: 'accessible' },
  { name: 'fan-work', asked: [['fan-work'], ['rights'], ['public-screening']], told: 'fan-work' },
  { name: 'calendar', asked: [['calendar']], told: 'calendar' },
  { name: 'sealed', asked: [['sealed']], told: 'sealed' },
  { name: 'trailer', asked: [['trailer']], told: 'trailer' },
];
