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
