import { useShortcut } from '@marquee/ui/app/shortcuts.tsx';
import { Button } from '@marquee/ui/button.tsx';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { Menu } from '@marquee/ui/menu.tsx';
import { useRef, useState } from 'react';
import { assetsOf } from '../../api/assets.ts';
import { useApi } from '../../app/session.tsx';
import { useLookAgain } from '../use-assets.ts';
import { useLibraryWords } from '../words.ts';
import { addFiles } from './add-files.ts';
import { useUploader } from './uploads-context.tsx';

/** Types that the library takes, for the file dialog. */
const TAKEN = '.jpg,.jpeg,.png,.webp,.avif,.gif,.tif,.tiff,.svg,.mp4,.webm,.vtt';

/** The one primary action of the library: files of this machine, or one from an address. */
export const UploadMenu = ({ folder }: { folder: string | undefined }) => {
  const words = useLibraryWords();
  const uppy = useUploader();
  const chooser = useRef<HTMLInputElement>(null);
  const [isAsking, setAsking] = useState(false);
  const choose = (): void => chooser.current?.click();
  useShortcut('u', words.upload, choose);
  return (
    <span className="split">
      <input
        ref={chooser}
        type="file"
        className="vh"
        multiple
        accept={TAKEN}
        tabIndex={-1}
        aria-label={words.chooseFiles}
        onChange={({ target }) => {
          addFiles(uppy, target.files ?? [], folder);
          target.value = '';
        }}
      />
      <Button kind="primary" icon="upload" onPress={choose}>
        {words.upload}
      </Button>
      <Menu
        label={words.upload}
        trigger={<Button kind="primary" icon="chevron" aria-label={words.fromUrl} />}
        entries={[
          { id: 'files', label: words.chooseFiles, icon: 'upload', onAction: choose },
          { id: 'url', label: words.fromUrl, icon: 'link', onAction: () => setAsking(true) },
        ]}
      />
      <FromUrl isOpen={isAsking} close={() => setAsking(false)} folder={folder} />
    </span>
  );
};

type FromUrlProps = { isOpen: boolean; close: () => void; folder: string | undefined };

const FromUrl = ({ isOpen, close, folder = '' }: FromUrlProps) => {
  const words = useLibraryWords();
  const api = useApi();
  const look = useLookAgain();
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState('');
  const fetch = async (): Promise<void> => {
    try {
      await assetsOf(api).fetch(url.trim(), folder);
      setUrl('');
      setProblem('');
      close();
      look();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title={words.fromUrl}
      isOpen={isOpen}
      onClose={close}
      actions={
        <Button kind="primary" onPress={() => void fetch()}>
          {words.fetch}
        </Button>
      }
    >
      <form
        className="field"
        onSubmit={(event) => {
          event.preventDefault();
          void fetch();
        }}
      >
        <label className="label" htmlFor="from-url">
          {words.fromUrlLabel}
        </label>
        <input
          id="from-url"
          className="input"
          type="url"
          inputMode="url"
          autoComplete="off"
          value={url}
          aria-invalid={problem !== '' || undefined}
          aria-describedby="from-url-why"
          onChange={({ target }) => setUrl(target.value)}
        />
        <p id="from-url-why" className={problem ? 'error' : 'hint'}>
          {problem || words.fromUrlWhy}
        </p>
      </form>
    </Dialog>
  );
};
