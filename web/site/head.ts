import type { Content, Context } from './context.ts';
import { attributes, type Html, html } from './html.ts';
import { breadcrumbList } from './linked-data/breadcrumb.ts';
import { linkedData } from './linked-data/node.ts';
import { plainFile } from './picture.ts';
import { remember } from './remember.ts';
import { themeOf } from './theme.ts';
import { absolute } from './url.ts';

/** Everything that stands before the body. The order matters: what the first screen needs is named first. */
export const head = (context: Context, content: Content): Html => {
  const { frame } = context;
  const { files } = frame;
  const hidden = content.unlisted || frame.preview;
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${frame.title}</title>
<link rel="stylesheet" href="${files.stylesheet}">
${
  files.theme &&
  html`<link rel="stylesheet" href="${files.theme}">
`
}${
  files.fonts.display &&
  html`<link rel="preload" href="${files.fonts.display}" as="font" type="font/woff2" crossorigin>
`
}<script type="module" src="${files.script}"></script>
<meta name="description" content="${frame.description}">
${
  hidden &&
  html`<meta name="robots" content="noindex">
`
}<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${content.themeColour ?? frame.themeColour ?? themeOf([]).palette.scrim}">
${
  files.icon &&
  html`<link rel="icon" href="${files.icon}" type="image/svg+xml">
`
}${!hidden && addresses(context)}${shared(context, content)}${linkedData([...content.linkedData, ...breadcrumbList(context, content.crumbs)])}</head>`;
};

/** This page, the same in other languages, and the feeds. */
const addresses = ({ frame, words }: Context): Html => {
  const { origin, path, alternates, defaultLocale, feeds } = frame;
  const byDefault = alternates.find(({ locale }) => locale === defaultLocale);
  const languages = alternates.length > 1 ? alternates : [];
  return html`<link rel="canonical" href="${absolute(origin, path)}">
${languages.map(
  (alternate) => html`<link rel="alternate" hreflang="${alternate.locale}" href="${absolute(origin, alternate.path)}">
`,
)}${
  languages.length > 0 &&
  byDefault &&
  html`<link rel="alternate" hreflang="x-default" href="${absolute(origin, byDefault.path)}">
`
}<link rel="alternate" type="application/rss+xml" title="${words.feed}" href="${feeds.rss}">
<link rel="alternate" type="application/feed+json" title="${words.feedJson}" href="${feeds.json}">
`;
};

/** What a shared link shows: Open Graph (https://ogp.me), and what X reads where Open Graph has no word for it. */
const shared = ({ frame }: Context, { kind = 'website' }: Content): Html => {
  const { origin, path, title, description, locale, alternates, site } = frame;
  const picture = frame.shared && plainFile(frame.shared, 'wide', 1200);
  const properties: Readonly<Record<string, string | number | undefined>> = {
    'og:type': kind,
    'og:site_name': site.name,
    'og:title': title,
    'og:description': description,
    'og:url': absolute(origin, path),
    'og:locale': territorial(locale),
    ...(picture && {
      'og:image': absolute(origin, picture.path),
      'og:image:type': picture.contentType,
      'og:image:width': picture.width,
      'og:image:height': picture.height,
      'og:image:alt': frame.shared?.alternative,
    }),
  };
  const others = alternates.filter((alternate) => alternate.locale !== locale);
  return html`${Object.entries(properties).map(
    ([property, content]) => html`<meta${attributes({ property, content })}>
`,
  )}${others.map(
    (other) => html`<meta property="og:locale:alternate" content="${territorial(other.locale)}">
`,
  )}<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">
`;
};

/** Open Graph wants a territory: `es` is `es_ES`. */
const territorial = remember(200, (locale) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return `${language}_${locale === 'en' ? 'GB' : region}`;
});
