import type { Content, Context } from './context.ts';
import { head } from './head.ts';
import { attributes, DOCTYPE, type Html, html } from './html.ts';
import { bar } from './parts/bar.ts';
import { chatAtFoot, launcher } from './parts/chat.ts';
import { foot } from './parts/foot.ts';
import type { PageView } from './view.ts';
import { direction } from './words.ts';

/** The whole document: head, skip link, bar, content, chat and foot. A title's page has a place of its own for the chat. */
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
${page !== 'title' && chatAtFoot(context, content.linkedData)}
${launcher(context)}
</main>
${foot(context)}
</body>
</html>
`;
};
