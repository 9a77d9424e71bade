/** What the site links to: pages of the web, a mail address, or a place on the site itself. */
const FOLLOWED = /^(?:https?:\/\/[^/\\?#]|mailto:[^/]|\/(?![/\\])|[#?])/i;

/** A picture within the page itself, as `placeholder.ts` makes it. */
const INLINE_PICTURE = /^data:image\/(?:png|gif);base64,[A-Za-z0-9+/=]*$/;

/** Browsers drop line breaks and tabs from an address before they read its scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const HIDDEN = /[\u0000-\u001f\u007f]/;

/** Whether a page may link there. Addresses relative to the page, and schemes other than these, are refused. */
export const isFollowed = (url: string): boolean => FOLLOWED.test(url) && !HIDDEN.test(url);

/** The address where a page may use it, else `about:invalid`. */
export const safeUrl = (url: string): string => (isFollowed(url) || INLINE_PICTURE.test(url) ? url : 'about:invalid');

/** Whether the address is of another site than the one whose pages link to it. */
export const isExternal = (url: string): boolean => /^https?:/i.test(url);

/** An address of the site with its host. */
export const absolute = (origin: string, path: string): string => (isExternal(path) ? path : `${origin}${path}`);
