import { Icon } from '@marquee/ui/icons/icon.tsx';
import { useEffect, useState } from 'react';
import { useLibraryWords } from '../words.ts';

const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));

/** Takes files that are dropped anywhere on the page, or pasted outside of a field. */
export const DropAnywhere = ({ onFiles }: { onFiles: (files: Iterable<File>) => void }) => {
  const words = useLibraryWords();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event.dataTransfer)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const over = (event: DragEvent): void => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      onFiles(event.dataTransfer?.files ?? []);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files;
      if (files && files.length > 0 && !isField(event.target)) onFiles(files);
    };
    const heard = { dragenter: enter, dragleave: leave, dragover: over, drop, paste };
    for (const [name, hear] of Object.entries(heard)) addEventListener(name, hear as EventListener);
    return () => {
      for (const [name, hear] of Object.entries(heard)) removeEventListener(name, hear as EventListener);
    };
  }, [onFiles]);
  if (!isOver) return null;
  return (
    <div className="drop" aria-hidden="true">
      <Icon name="upload" size="lg" />
      <b>{words.dropHere}</b>
    </div>
  );
};
