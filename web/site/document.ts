import type { Content, Context } from './context.ts';
import { head } from './head.ts';
import { attributes, type Html, html, trusted } from './html.ts';
import { bar } from './parts/bar.ts';
import { foot } from './parts/foot.ts';
import type { PageView } from './view.ts';
import { direction } from './words.ts';

const DOCTYPE = trusted('<!doctype html>\n');

/** The whole document: head, skip link, bar, content and foot. */
export const document = (context: Context, page: PageView['page'], content: Content): Html => {
  const { frame, words } = context;
  const { locale, preview } = frame;
  return html`${DOCTYPE}<html lang="${locale}"${attributes({ dir: direction(locale) })}>
${head(context, content)}
<body class="is-${page}">
<a class="skip" href="#content">${words.skip}</a>
${
  preview &&
  html`<p class="preview" role="status">${words.previewOf(preview.until)}</p>
`
}${bar(context)}
<main id="content" tabindex="-1">
${content.main}
</main>
${foot(context)}
</body>
</html>
`;
};
