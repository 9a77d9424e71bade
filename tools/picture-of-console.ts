import { connect } from '../cli/connection.ts';
import { startConsole } from '../cli/console/start-console.ts';
import { buildOps } from '../infra/build/ops.ts';
import { launchBrowser } from '../test/browser.ts';
import { savePicture } from './save-picture.ts';

// Draws the picture of the README from a running system, of its newest failed execution or of the one that is named:
//   npm run picture:console -- [EXECUTION-ARN]
const [arn] = process.argv.slice(2);
const connection = await connect({});
const at = await startConsole({ connect: async () => connection, role: 'operator', port: 0, build: () => buildOps() });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 1180 }, colorScheme: 'light' });
const path = arn ? `/executions/${encodeURIComponent(arn)}` : '/executions?q=status%3Afailed&period=7d';
await page.goto(`${at.url}${path}${new URL(at.link).hash}`);
if (!arn) await page.locator('td.sub a').first().click();
await page.locator('.why').waitFor();
await page.locator('.react-flow__node').first().waitFor();
await page.waitForLoadState('networkidle');
const screenshot = await page.screenshot();
await browser.close();
await at.close();
await savePicture('console.png', screenshot);
process.exit(0);
