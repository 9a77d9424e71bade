import { connect } from '../cli/connection.ts';
import { launchBrowser } from '../test/browser.ts';
import { savePicture } from './save-picture.ts';

// Draws the picture of the README's head from a running system:  npm run picture:site
const { outputs } = await connect({});
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 1180 }, colorScheme: 'light' });
// The second time, as a reader sees it who has the fonts already.
for (let visit = 0; visit < 2; visit++) await page.goto(`${outputs.SiteUrl}/`, { waitUntil: 'networkidle' });
const screenshot = await page.screenshot();
await browser.close();
await savePicture('site.png', screenshot);
