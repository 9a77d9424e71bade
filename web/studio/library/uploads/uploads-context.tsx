import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { uploadsOf } from '../../api/uploads.ts';
import { useApi } from '../../app/session.tsx';
import { useLookAgain } from '../use-assets.ts';
import { createUploader, type Uploader, type UploadFile } from './uppy.ts';

const Current = createContext<Uploader | undefined>(undefined);

/** Milliseconds after which an upload that broke is tried again by itself. */
const AGAIN_AFTER = 5_000;

/** Has uploads go on wherever one goes in the studio, and by themselves when the network is back. */
export const UploadsProvider = ({ children }: { children: ReactNode }) => {
  const api = useApi();
  const uppy = useMemo(() => createUploader(uploadsOf(api)), [api]);
  const look = useLookAgain();
  useEffect(() => {
    const retry = (): void => {
      if (!navigator.onLine) return;
      for (const { id, error, meta } of uppy.getFiles()) {
        if (error && meta.refused === undefined) void uppy.retryUpload(id).catch(() => undefined);
      }
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(retry, AGAIN_AFTER);
    };
    // Files that were kept over a reload go on at once.
    const restored = (): void => void uppy.emit('restore-confirmed');
    // What has arrived is under way from now on: it is looked for at once.
    const arrived = (): void => look();
    uppy.on('upload-success', arrived);
    uppy.on('upload-error', soon);
    uppy.on('restored', restored);
    addEventListener('online', retry);
    const leave = (event: BeforeUnloadEvent): void => {
      if (isBusy(uppy)) event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    return () => {
      clearTimeout(timer);
      uppy.off('upload-success', arrived);
      uppy.off('upload-error', soon);
      uppy.off('restored', restored);
      removeEventListener('online', retry);
      removeEventListener('beforeunload', leave);
    };
  }, [uppy, look]);
  return <Current value={uppy}>{children}</Current>;
};

/** Whether something that a reload would lose is under way: files that this browser could not keep. */
const isBusy = (uppy: Uploader): boolean =>
  uppy.getFiles().some(({ progress, isGhost }) => progress.uploadStarted && !progress.uploadComplete && !isGhost);

/** What uploads. Throws outside of its provider. */
export const useUploader = (): Uploader => {
  const uppy = useContext(Current);
  if (!uppy) throw new Error('useUploader is called outside of UploadsProvider.');
  return uppy;
};

/** Every file of the tray, as it stands. */
export const useUploadFiles = (): readonly UploadFile[] => {
  const uppy = useUploader();
  const files = useSyncExternalStore(
    (tell) => uppy.store.subscribe(tell),
    () => uppy.getState().files,
  );
  return useMemo(() => Object.values(files), [files]);
};
