// What launches of films, series and games are asked about. A language says by which words each is known.

/** What a word or a turn of phrase is about, whatever the language. */
export const CONCEPTS = [
  // Watching
  ...['release', 'watch', 'service', 'cinema', 'where-i-live', 'calendar', 'date', 'at-once', 'schedule', 'download'],
  ...['price', 'subscription', 'quality', 'device', 'buy-it', 'time-zone'],
  // What it is
  ...['episode', 'season', 'length', 'title', 'name', 'plot', 'genre', 'setting', 'ending', 'true-story', 'book'],
  ...['sealed', 'spoiler', 'code', 'whole', 'format', 'adaptation', 'announce'],
  // Who is behind it
  ...[
    'cast',
    'cast-list',
    'actor',
    'role',
    'crew',
    'director',
    'writer',
    'creator',
    'producer',
    'camera',
    'editing',
    'design',
    'casting',
  ],
  ...['music', 'composer', 'album', 'studio', 'made-by', 'career', 'debut', 'award'],
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
  'aside',
] as const;
export type Kind = (typeof KINDS)[number];

/** A question that every launch gets. */
export type Part = Concept | `?${Kind}` | '@place';
export type Topic = {
  name: string;
  /** Each list is one way of asking: all of its parts are in the question. A kind is written `?when`. */
  asked: readonly (readonly Part[])[];
  /** Ways of asking that are this question only where nothing else is meant. */
  hinted?: readonly (readonly Part[])[];
  /** The concept that a passage has which is about it, where nothing is headed by the topic. */
  told?: Concept;
  /** It is another question where one of these is in it. */
  not?: readonly Part[];
};

export const TOPICS: readonly Topic[] = [
  {
    name: 'when-out',
    asked: [
      ['?when', 'release'],
      ['?when', 'watch'],
      ['date', 'release'],
      ['?when', 'cinema'],
      ['date', 'watch'],
      ['?when', 'where-i-live'],
      ['?when', 'service'],
    ],
    hinted: [['release'], ['?when', 'episode'], ['time-zone'], ['?when', '@place']],
    told: 'release',
    not: [
      'season',
      'filming',
      'album',
      'sealed',
      'review',
      'title',
      'setting',
      'shop',
      'trailer',
      '?why',
      'screener',
      'calendar',
    ],
  },
  {
    name: 'where-to-watch',
    asked: [['service'], ['?where', 'watch'], ['?where', 'release']],
    hinted: [['cinema'], ['watch', 'where-i-live']],
    told: 'service',
    not: ['?when', 'filming', 'download', 'trailer', 'quality', '?why', '?who', 'flashing', 'description', 'screener'],
  },
  {
    name: 'country-missing',
    asked: [
      ['where-i-live', 'release'],
      ['where-i-live', 'watch'],
    ],
    hinted: [['where-i-live']],
    told: 'where-i-live',
    not: ['?when', 'service', '?where', 'rating', 'captions', '?which'],
  },
  {
    name: 'schedule',
    asked: [
      ['at-once'],
      ['?when', 'episode'],
      ['?when', 'ending'],
      ['?when', 'schedule'],
      ['schedule', 'release'],
      ['whole', 'release'],
      ['whole', 'watch'],
      ['format', 'release'],
      ['date', 'episode'],
    ],
    hinted: [['schedule']],
    told: 'schedule',
    not: ['title', 'sealed', 'filming', 'plot'],
  },
  {
    name: 'length',
    asked: [['length'], ['?how-long', 'episode']],
    hinted: [['?how-long', 'watch']],
    told: 'length',
    not: ['filming', 'shooting-days', 'trailer', '?why'],
  },
  { name: 'how-many-episodes', asked: [['format']], hinted: [['?how-many', 'episode']], told: 'format' },
  {
    name: 'who-plays',
    asked: [['cast', '?who'], ['cast', 'role'], ['cast-list']],
    hinted: [['cast'], ['actor']],
    told: 'cast',
    not: ['dubbing', 'music', 'casting', 'fan-work'],
  },
  {
    name: 'who-made',
    asked: [
      ['made-by'],
      ['crew'],
      ['?who', 'director'],
      ['?who', 'writer'],
      ['?who', 'creator'],
      ['?who', 'producer'],
      ['?who', 'camera'],
      ['?who', 'editing'],
      ['?who', 'design'],
      ['?who', 'studio'],
    ],
    hinted: [['director'], ['writer'], ['creator'], ['producer'], ['studio']],
    told: 'crew',
    not: ['music', 'description', 'shop', 'casting', 'dubbing', 'book', '?where', '?when', '?why'],
  },
  { name: 'about-person', asked: [['career']], hinted: [['debut'], ['award'], ['?age'], ['actor']] },
  { name: 'rating', asked: [['rating']], told: 'rating', not: ['?why'] },
  {
    name: 'why-rated',
    asked: [['?why', 'rating'], ['violence'], ['sex'], ['swearing']],
    hinted: [['fear']],
    told: 'rating',
    not: ['child'],
  },
  { name: 'rated-elsewhere', asked: [['rating', 'where-i-live']], told: 'rating' },
  {
    name: 'for-children',
    asked: [
      ['suitable', 'child'],
      ['child', 'watch'],
      ['child', 'fear'],
      ['child', 'violence'],
      ['child', 'swearing'],
      ['child', 'sex'],
      ['child', 'rating'],
    ],
    hinted: [['child'], ['suitable'], ['fear']],
    told: 'child',
    not: ['captions', 'deaf', 'blind', 'flashing', '?age'],
  },
  { name: 'captions', asked: [['captions']], told: 'captions' },
  { name: 'for-the-deaf', asked: [['deaf'], ['captions', 'sound-effects']], told: 'sound-effects' },
  { name: 'for-the-blind', asked: [['blind'], ['description']], told: 'description', not: ['site', 'sound-effects'] },
  {
    name: 'dubbing',
    asked: [['dubbing'], ['language', 'watch'], ['language', 'cast']],
    hinted: [['language']],
    told: 'dubbing',
    not: ['description', 'career', 'name', 'title'],
  },
  { name: 'hidden-code', asked: [['code']], told: 'code' },
  { name: 'flashing', asked: [['flashing']], told: 'flashing', not: ['code'] },
  { name: 'download', asked: [['download']], told: 'download', not: ['picture'] },
  {
    name: 'price',
    asked: [['subscription'], ['price', '?how-much']],
    hinted: [['price']],
    told: 'subscription',
    not: ['shop', 'album', 'screener'],
  },
  { name: 'quality', asked: [['quality']], told: 'quality' },
  {
    name: 'filmed-where',
    asked: [['?where', 'filming'], ['location'], ['?where', 'made-by'], ['filming', 'studio']],
    hinted: [['filming']],
    told: 'filming',
    not: ['?why', '?how-long'],
  },
  { name: 'filmed-when', asked: [['?when', 'filming'], ['?how-long', 'filming'], ['shooting-days']], told: 'filming' },
  {
    name: 'music',
    asked: [['album'], ['music'], ['composer', '?who']],
    hinted: [['composer']],
    told: 'music',
    not: ['trailer'],
  },
  { name: 'more-seasons', asked: [['season']], told: 'season' },
  { name: 'book', asked: [['book'], ['adaptation']], told: 'book', not: ['true-story'] },
  { name: 'true-story', asked: [['true-story']], told: 'true-story', not: ['dubbing'] },
  { name: 'plot', asked: [['plot']], told: 'plot', not: ['episode', 'career', 'true-story', 'book', 'music'] },
  {
    name: 'episode-story',
    asked: [
      ['plot', 'episode'],
      ['title', 'episode'],
      ['name', 'episode'],
    ],
  },
  { name: 'setting', asked: [['setting']], told: 'setting' },
  { name: 'shop', asked: [['shop']], told: 'shop', not: ['fan-work', 'rights', 'album', 'book', 'career'] },
  {
    name: 'press-pictures',
    asked: [
      ['press', 'picture'],
      ['picture', 'rights'],
    ],
    hinted: [['picture'], ['poster']],
    told: 'picture',
    not: ['quality'],
  },
  {
    name: 'pictures',
    asked: [['picture']],
    told: 'picture',
    not: ['quality', 'fan-work', 'blind', 'description', 'deaf'],
  },
  {
    name: 'screener',
    asked: [
      ['screener'],
      ['press', 'watch'],
      ['review', '?when'],
      ['press', 'interview'],
      ['review', 'sealed'],
      ['press', 'sealed'],
    ],
    hinted: [['review'], ['interview'], ['press', 'contact']],
    told: 'screener',
  },
  { name: 'press', asked: [['press'], ['press', 'contact']], told: 'press' },
  { name: 'contact', asked: [['contact']], told: 'contact' },
  { name: 'privacy', asked: [['privacy']], told: 'privacy' },
  { name: 'accessible', asked: [['accessible'], ['site', 'blind'], ['site', 'suitable']], told: 'accessible' },
  { name: 'fan-work', asked: [['fan-work'], ['rights'], ['public-screening']], told: 'fan-work' },
  { name: 'calendar', asked: [['calendar']], told: 'calendar' },
  {
    name: 'sealed',
    asked: [['sealed'], ['title', '?when'], ['title', 'announce']],
    hinted: [['spoiler']],
    told: 'sealed',
    not: ['plot'],
  },
  { name: 'casting', asked: [['casting']], told: 'casting' },
  { name: 'trailer', asked: [['trailer']], told: 'trailer' },
  { name: 'transcript', asked: [['transcript']], told: 'transcript' },
];
