import { connect } from '../cli/connection.ts';
import { DEMO_PASSWORD } from '../cli/demo-users.ts';
import { launchBrowser } from '../test/browser.ts';
import { savePicture } from './save-picture.ts';

// Draws the picture of the studio from a running system, of the title's page or of the address below /studio that is named:
//   npm run picture:studio -- [PATH]
const [path = '/pages/nine-lamps-out'] = process.argv.slice(2);
const { outputs } = await connect({});
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, colorScheme: 'light' });
await page.goto(`${outputs.SiteUrl}/studio${path}`);
await page.getByLabel('User name').fill('admin');
await page.getByLabel('Password').fill(DEMO_PASSWORD);
await page.keyboard.press('Enter');
await page.getByRole('heading', { level: 1 }).waitFor();
await page.waitForLoadState('networkidle');
const screenshot = await page.screenshot();
await browser.close();
await savePicture('studio.png', screenshot);
