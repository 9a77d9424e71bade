// What texts tell, in English and Spanish alike: dates, numbers, ages, sizes, sums, names.

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';

const WEEKDAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo';

/** A day, an hour, a time of the year, or what it is told by: "when …", "after …". */
export const DATED = new RegExp(
  `\\d|\\b(?:${MONTHS}|${WEEKDAYS}|winter|summer|spring|autumn|invierno|verano|primavera|oto[ñn]o|night|noche|morning|dawn|amanecer|when|cuando|after|before|antes|despu[ée]s)\\b`,
  'iu',
);

export const YEARS = /\b1\d{3}\b|\b20\d\d\b|\d0s\b|centur|siglo|a[ñn]os/iu;

export const NUMBERED =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|once|twice|single|dozen|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecinueve|veinte|veinti\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|doscient\p{L}+|cuatrocient\p{L}+|mil|media|medio)\b/iu;

const NO_AGE = `de |of |${MONTHS}|seconds?|minutes?|hours?|days?|nights?|weeks?|metres?|miles?|steps?|per|segundos?|minutos?|horas?|d[íi]as?|noches?|semanas?|metros?|millas?|pelda[ñn]os|actors|people|countries|pa[íi]ses`;

/** A number that somebody's age may be. */
export const AGED = new RegExp(
  `(?<![\\d:.])(?:[1-9]\\d(?![\\d:])|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|trece|catorce|quince|diec\\p{L}+|veint\\p{L}+|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \\p{L}+)?)(?![-\\p{L}\\d])(?! (?:${NO_AGE}))`,
  'iu',
);

/** A size, a weight, a speed. */
export const MEASURED =
  /\d\s?(?:m|cm|km|kg|t|ft)\b|\d+:\d+|\b(?:met(?:re|er|ro)s?|centimet\p{L}+|kilomet\p{L}+|miles?|millas?|frames?|fotogramas?|times|veces|(?:a|per|por) (?:second|minute|hour|segundo|minuto|hora)|feet|foot|inch(?:es)?|tonnes?|tons?|toneladas?|kilos?|kilograms?|pounds|words a minute|palabras por minuto|knots|nudos|weigh\p{L}*|pesa[n]?|mide[n]?)\b/iu;

export const PRICED = /[€$£¥]\s?\d|\d\s?(?:€|euros?|dollars?|pounds?|d[óo]lares|libras|yen)/iu;

export const PAID = /\b(?:free|gratis|gratuit[oa]s?|subscription|suscripci[óo]n)\b/iu;

const CAPITALISED_DAYS = `${WEEKDAYS}|${MONTHS}`.replace(
  /(^|\|)(\p{L})/gu,
  (_, bar, letter) => bar + letter.toUpperCase(),
);

/** Two names behind each other that are no date. */
export const FULL_NAME = new RegExp(
  `(?<!^)(?!${CAPITALISED_DAYS})\\p{Lu}\\p{Ll}+[\\s-](?!${CAPITALISED_DAYS})\\p{Lu}\\p{Ll}+`,
  'u',
);
