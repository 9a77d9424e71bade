// Loads one bundle as the Lambda runtime does and says how long that took, in milliseconds. A process of its own each time.
import { pathToFileURL } from 'node:url';

const started = performance.now();
await import(pathToFileURL(process.argv[2] ?? '').href);
process.stdout.write(String(performance.now() - started));
process.exit(0);
