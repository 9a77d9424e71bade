import type { Frame } from '@marquee/site/view.ts';

/** What the fixtures have around them; `path` is that of the page in English, without its language. */
export const frameOf = (
  files: Frame['files'],
  locale: 'en' | 'es',
  path: string,
  more: Pick<Frame, 'title' | 'description'> & Partial<Frame>,
): Frame => {
  const prefix = locale === 'es' ? '/es' : '';
  const links =
    locale === 'es'
      ? [
          { label: 'Historia', url: '/es/#story' },
          { label: 'Tráiler', url: '/es/trailers/official/' },
          { label: 'Noticias', url: '/es/news/' },
          { label: 'Imágenes', url: '/es/gallery/' },
          { label: 'Preguntas', url: '/es/faq/' },
        ]
      : [
          { label: 'Story', url: '/#story' },
          { label: 'Trailer', url: '/trailers/official/' },
          { label: 'News', url: '/news/' },
          { label: 'Pictures', url: '/gallery/' },
          { label: 'Questions', url: '/faq/' },
        ];
  return {
    origin: 'https://ninelamps.example',
    locale,
    alternates: [
      { locale: 'en', label: 'English', path },
      { locale: 'es', label: 'Español', path: `/es${path}` },
    ],
    defaultLocale: 'en',
    path: `${prefix}${path}`,
    site: {
      name: 'Nine Lamps Out',
      home: `${prefix}/`,
      links,
      footer: [
        { label: locale === 'es' ? 'Prensa' : 'Press kit', url: `${prefix}/press/` },
        { label: locale === 'es' ? 'Privacidad' : 'Privacy', url: `${prefix}/privacy/` },
        { label: locale === 'es' ? 'Accesibilidad' : 'Accessibility', url: `${prefix}/accessibility/` },
      ],
      legal:
        locale === 'es'
          ? '© 2026 Copper Lane Pictures. Todos los nombres y lugares de Nine Lamps Out son inventados.'
          : '© 2026 Copper Lane Pictures. All names and places in Nine Lamps Out are invented.',
    },
    files: { ...files, theme: '/theme/lamps.css' },
    feeds: { rss: `${prefix}/news.xml`, json: `${prefix}/news.json` },
    search: `${prefix}/search/`,
    ...more,
  };
};
