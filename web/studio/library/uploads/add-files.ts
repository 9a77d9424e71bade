import type { Uploader } from './uppy.ts';

/** Begins to upload files; one that is there already (the same name, size and date) is not sent twice. */
export const addFiles = (uppy: Uploader, files: Iterable<File>, folder: string | undefined): void => {
  for (const data of files) {
    const meta = folder ? { folder } : {};
    const added = { name: nameOf(data), type: data.type, data, meta, source: 'studio' };
    try {
      uppy.addFile(added);
    } catch {
      // Uppy keeps one file once: it is in the tray, or was kept over a reload and goes on now.
    }
  }
};

/** A picture from the clipboard is called `image.png` whatever it shows; the time tells two of them apart. */
const nameOf = ({ name, type }: File): string => {
  if (name !== '' && name !== 'image.png') return name;
  const [, ending = 'png'] = type.split('/');
  return `pasted-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.${ending}`;
};
