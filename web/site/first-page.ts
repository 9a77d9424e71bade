import { escapeHtml } from './html.ts';
import { type Picture, picture } from './picture.ts';

export type FirstPage = {
  title: string;
  logline: string;
  /** Fills the top of the page. */
  keyArt: Picture;
  /** Shown below, each with what it is. */
  stills: readonly { caption: string; shape: 'frame' | 'square' | 'portrait' | 'wide'; picture: Picture }[];
};

/** The page that a new title shows before anybody has written one: its key art, its line and its pictures. No script. */
export const firstPage = ({ title, logline, keyArt, stills }: FirstPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(logline)}">
<link rel="icon" href="data:,">
<link rel="preload" href="/site/big-shoulders.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/site/first-page.css">
</head>
<body>
<header class="hero">
<div class="art">${picture(keyArt, 'frame', '100vw', true)}</div>
<div class="wrap pitch"><h1>${escapeHtml(title)}</h1><p class="logline">${escapeHtml(logline)}</p></div>
</header>
<main class="wrap">
<h2>Pictures</h2>
<ul class="stills">${stills
  .map(
    (still) =>
      `<li><figure>${picture(still.picture, still.shape, '(min-width: 48rem) 30vw, 92vw')}<figcaption>${escapeHtml(still.caption)}</figcaption></figure></li>`,
  )
  .join('')}</ul>
</main>
<footer class="wrap"><p>${escapeHtml(title)} is the demo title of Marquee. Every picture here went through the pipeline.</p></footer>
</body>
</html>
`;
