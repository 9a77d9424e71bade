import { createRequire } from 'node:module';

type Report = { getReport(): { header: { glibcVersionRuntime?: string } } };

/** What is missing of packages that come with a part for each kind of machine, a line each with what to do. */
export const missingNative = (platform = process.platform, arch: string = process.arch): string[] => {
  const { resolve } = createRequire(import.meta.url);
  const present = (name: string): boolean => {
    try {
      return resolve(name) !== '';
    } catch {
      return false;
    }
  };
  const [libc, flavour] = platform === 'linux' && isMusl() ? ['--libc=musl ', 'musl'] : ['', ''];
  const sharp = `@img/sharp-${platform}${flavour}-${arch}`;
  if (present(`${sharp}/sharp.node`) || present(`${sharp}/package`) || present('@img/sharp-wasm32/sharp.node'))
    return [];
  return [
    `images cannot be processed: sharp lacks its part for this machine, ${sharp}. Install it: npm install --no-save --os=${platform} --cpu=${arch} ${libc}sharp`,
  ];
};

const isMusl = (): boolean =>
  (process.report as unknown as Report).getReport().header.glibcVersionRuntime === undefined;
