/** Pictures are for people to look at; no test reads them, and drawing them takes a good part of the time: `MARQUEE_PICTURES=1 npm test -- test/browser`. */
export const TAKES_PICTURES = process.env.MARQUEE_PICTURES === '1';
