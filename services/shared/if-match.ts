import * as z from 'zod';

/** The header `If-Match` with a version, as an `ETag` gives it: `"7"`. */
export const IfMatch = z
  .string('the header If-Match must name the version that was seen, such as "7"')
  .regex(/^"?[1-9]\d{0,7}"?$/, 'the header If-Match must name one version, such as "7"')
  .transform((text) => Number(text.replaceAll('"', '')));
