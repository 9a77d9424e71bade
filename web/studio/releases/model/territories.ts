/** Stands for everywhere that no other window names. */
export const ELSEWHERE = '*';

/** The countries of ISO 3166-1. `Intl` names them, and says of none that it is one. */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO ' +
  'JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR ' +
  'MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO ' +
  'RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV ' +
  'TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** Countries that releases often open in together. */
export const GROUPS = {
  islands: ['GB', 'IE'],
  nordics: ['DK', 'FI', 'IS', 'NO', 'SE'],
  german: ['AT', 'CH', 'DE', 'LI'],
  northAmerica: ['CA', 'US'],
  latinAmerica: 'AR BO BR CL CO CR DO EC GT HN MX NI PA PE PR PY SV UY VE'.split(' '),
  union: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
} as const satisfies Record<string, readonly string[]>;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as readonly Group[];

/** The name of a country in a language. */
export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code;

/** Every country with its name, in the order of the language. */
export const countriesIn = (locale: string): { code: string; name: string }[] => {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const order = new Intl.Collator(locale);
  return COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) =>
    order.compare(one.name, other.name),
  );
};

/** Adds countries to a choice: `*` stands alone, so either gives way to the other. */
export const withTerritories = (chosen: readonly string[], added: readonly string[]): readonly string[] =>
  added.includes(ELSEWHERE)
    ? [ELSEWHERE]
    : [...new Set([...chosen.filter((territory) => territory !== ELSEWHERE), ...added])];

/** Of a window's territories those that another window has already: a territory opens once. */
export const takenBy = (
  territories: readonly string[],
  others: readonly { territories: readonly string[] }[],
): readonly string[] => {
  const taken = new Set(others.flatMap((window) => window.territories));
  return territories.filter((territory) => taken.has(territory));
};

type Names = { elsewhere: string; everywhere: string; groups: Readonly<Record<Group, string>> };

const isGroup = (territories: ReadonlySet<string>, group: readonly string[]): boolean =>
  group.every((code) => territories.has(code));

/**
 * Territories in words, whole groups by their name: the largest first. `all` are the windows of the release: without another one,
 * `*` is everywhere.
 */
export const territoryWords = (
  territories: readonly string[],
  all: readonly { territories: readonly string[] }[],
  locale: string,
  { elsewhere, everywhere, groups }: Names,
): string[] => {
  if (territories.includes(ELSEWHERE)) return [all.length > 1 ? elsewhere : everywhere];
  const left = new Set(territories);
  const words: string[] = [];
  for (const name of [...GROUP_NAMES].sort((one, other) => GROUPS[other].length - GROUPS[one].length)) {
    if (!isGroup(left, GROUPS[name])) continue;
    words.push(groups[name]);
    for (const code of GROUPS[name]) left.delete(code);
  }
  return [...words, ...[...left].map((code) => countryName(code, locale))];
};
