import { renderMarkdown } from '@marquee/site/markdown.ts';

/** Markdown as the site shows it, by the very code of the site: what it makes has no markup but its own. Links lead nowhere from here. */
export const MarkdownShown = ({ text, lang }: { text: string; lang: string }) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: a press on a link is held back, nothing is done by it
  // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too
  <div
    className="md-shown"
    lang={lang}
    dir="auto"
    onClick={(event) => event.preventDefault()}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: `Html` is escaped for the place it stands in, as tests of the site show
    dangerouslySetInnerHTML={{ __html: renderMarkdown(text, 3).toString() }}
  />
);
