import { Button } from '@marquee/ui/button.tsx';
import { formatBytes } from '@marquee/ui/count.ts';
import { formatDuration } from '@marquee/ui/duration.ts';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import { useRef } from 'react';
import type { Asset } from '../../api/assets.ts';
import { Picture } from '../picture.tsx';
import type { LibraryWords } from '../words.en.ts';
import { useLibraryWords } from '../words.ts';
import type { TrayState } from './progress.ts';
import { useUploader } from './uploads-context.tsx';
import type { UploadFile } from './uppy.ts';

type Props = { file: UploadFile; asset: Asset | undefined; state: TrayState; onOpen: (assetId: string) => void };

const Bar = ({ percent, label, idle }: { percent: number; label: string; idle?: boolean }) => (
  <div
    className={idle ? 'bar idle' : 'bar'}
    role="progressbar"
    aria-label={label}
    aria-valuenow={percent}
    aria-valuemin={0}
    aria-valuemax={100}
  >
    <i style={{ width: `${percent}%` }} />
  </div>
);

/** One cell a rendition: made, or not yet. */
const Steps = ({ ready, total }: { ready: number; total: number }) => (
  <span className="steps" aria-hidden="true">
    {Array.from({ length: total }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are counted and nothing else
      <i key={index} className={index < ready ? '' : index === ready ? 'r' : 'w'} />
    ))}
  </span>
);

const Line = ({ state, words, name }: { state: TrayState; words: LibraryWords; name: string }) => {
  switch (state.is) {
    case 'refused':
      return <StatusPill status="failed" plain word={words.states.refused} />;
    case 'ghost':
      return <StatusPill status="waiting" plain word={words.ghost} />;
    case 'waiting':
      return <StatusPill status="waiting" plain word={words.waits} />;
    case 'lost':
    case 'paused':
      return (
        <>
          <StatusPill status="waiting" plain word={words[state.is](state.percent)} />
          {state.is === 'lost' && <span className="muted">{words.byItself}</span>}
          <Bar percent={state.percent} label={name} idle />
        </>
      );
    case 'sending':
      return (
        <>
          <span className="muted num">
            {words.of(formatBytes(state.sent), formatBytes(state.size))}
            {state.secondsLeft !== undefined && state.secondsLeft > 0 && (
              <>, {words.left(formatDuration(state.secondsLeft * 1000))}</>
            )}
          </span>
          <Bar percent={state.percent} label={name} />
        </>
      );
    case 'processing':
      return (
        <>
          <StatusPill
            status="running"
            plain
            word={state.total > 0 ? words.making(state.ready, state.total) : words.states.checking}
          />
          <Steps ready={state.ready} total={state.total} />
        </>
      );
    case 'done':
      return <StatusPill status="succeeded" plain word={words.states.ready} />;
  }
};

/** One file of the tray: how it stands, and what can be done. */
export const TrayRow = ({ file, asset, state, onOpen }: Props) => {
  const words = useLibraryWords();
  const uppy = useUploader();
  const chooser = useRef<HTMLInputElement>(null);
  const name = file.name ?? '';
  const again = (data: File | undefined): void => {
    if (!data) return;
    uppy.removeFile(file.id);
    const { folder, replaces } = file.meta;
    uppy.addFile({ name: data.name, type: data.type, data, meta: { folder, replaces } });
  };
  return (
    <li className={state.is === 'refused' ? 'no' : undefined}>
      <span className="th">{asset ? <Picture asset={asset} /> : <Icon name="upload" />}</span>
      <span className="ln">
        <b className="clip">{name}</b>
        <Line state={state} words={words} name={name} />
        {state.is === 'refused' && <p>{state.why}</p>}
        {state.is === 'ghost' && <p className="muted">{words.ghostWhy}</p>}
      </span>
      <span className="act">
        {(state.is === 'refused' || state.is === 'ghost') && (
          <>
            <input
              ref={chooser}
              type="file"
              className="vh"
              tabIndex={-1}
              aria-label={`${words.chooseAnother}: ${name}`}
              onChange={({ target }) => again(target.files?.[0])}
            />
            <Button small onPress={() => chooser.current?.click()}>
              {state.is === 'ghost' ? words.chooseFiles : words.chooseAnother}
            </Button>
          </>
        )}
        {state.is === 'lost' && (
          <Button kind="quiet" small onPress={() => void uppy.retryUpload(file.id).catch(() => undefined)}>
            {words.retryNow}
          </Button>
        )}
        {(state.is === 'sending' || state.is === 'paused') && (
          <Button
            kind="quiet"
            small
            icon={state.is === 'paused' ? 'play' : 'pause'}
            aria-label={`${state.is === 'paused' ? words.resume : words.pause} ${name}`}
            onPress={() => uppy.pauseResume(file.id)}
          />
        )}
        {state.is === 'done' && asset && (
          <Button
            kind="quiet"
            small
            icon="eye"
            aria-label={words.previewOf(name)}
            onPress={() => onOpen(asset.assetId)}
          />
        )}
        <Button
          kind="quiet"
          small
          icon="close"
          aria-label={`${state.is === 'done' || state.is === 'refused' ? words.dismiss : words.cancel} ${name}`}
          onPress={() => uppy.removeFile(file.id)}
        />
      </span>
    </li>
  );
};
