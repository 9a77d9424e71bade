import { useNow } from '@marquee/ui/app/use-now.ts';
import { Button } from '@marquee/ui/button.tsx';
import type { Asset } from '../../api/assets.ts';
import { useOnline } from '../../app/offline.tsx';
import { useLibraryWords } from '../words.ts';
import { allPercent, trayOrder, trayState } from './progress.ts';
import { TrayRow } from './tray-row.tsx';
import { useUploader, useUploadFiles } from './uploads-context.tsx';

/** Rows that are seen at once; of further ones the number is told. */
const MOST_ROWS = 8;

/** Every file that is being uploaded, from here or from another screen, until it is ready. */
export const Tray = ({ assets, onOpen }: { assets: readonly Asset[]; onOpen: (assetId: string) => void }) => {
  const words = useLibraryWords();
  const uppy = useUploader();
  const files = useUploadFiles();
  const online = useOnline();
  const now = useNow(1000, files.length > 0);
  if (files.length === 0) return null;
  const byId = new Map(assets.map((asset) => [asset.assetId, asset]));
  const rows = files
    .map((file) => {
      const asset = byId.get(file.meta.assetId ?? '');
      return { file, asset, state: trayState(file, asset, online, now) };
    })
    .sort((one, other) => trayOrder(one.state) - trayOrder(other.state));
  const finished = rows.filter(({ state }) => state.is === 'done');
  const percent = allPercent(files);
  const isPaused = rows.some(({ state }) => state.is === 'paused');
  const isSending = rows.some(({ state }) => state.is === 'sending' || state.is === 'waiting');
  return (
    <section className="panel tray" aria-label={words.uploads}>
      <div className="panel-head">
        <h2>{words.uploads}</h2>
        <span className="small muted">{words.uploadsGoOn(files.length)}</span>
        <span className="grow" />
        {percent < 100 && (
          <span className="small num" role="status">
            {words.allProgress(percent)}
          </span>
        )}
        {isSending && (
          <Button kind="quiet" small icon="pause" onPress={() => uppy.pauseAll()}>
            {words.pauseAll}
          </Button>
        )}
        {isPaused && (
          <Button kind="quiet" small icon="play" onPress={() => uppy.resumeAll()}>
            {words.resumeAll}
          </Button>
        )}
        {finished.length > 0 && (
          <Button kind="quiet" small onPress={() => uppy.removeFiles(finished.map(({ file }) => file.id))}>
            {words.clearFinished}
          </Button>
        )}
      </div>
      <ul>
        {rows.slice(0, MOST_ROWS).map((row) => (
          <TrayRow key={row.file.id} {...row} onOpen={onOpen} />
        ))}
      </ul>
      {rows.length > MOST_ROWS && <p className="more small muted num">+ {rows.length - MOST_ROWS}</p>}
    </section>
  );
};
