import { Button } from '@marquee/ui/button.tsx';
import { formatBytes } from '@marquee/ui/count.ts';
import { Dialog } from '@marquee/ui/dialog.tsx';
import { StatusPill } from '@marquee/ui/status.tsx';
import type { Status } from '@marquee/ui/words/statuses.ts';
import { useState } from 'react';
import type { AssetRendition } from '../../api/assets.ts';
import { useMay } from '../../app/session.tsx';
import type { InspectorWords } from './words.en.ts';
import { useInspectorWords } from './words.ts';

const standing = (state: string, words: InspectorWords): [Status, string] => {
  if (state === 'ready') return ['succeeded', words.ready];
  if (state === 'failed') return ['failed', words.failed];
  return state === 'processing' ? ['running', words.making] : ['waiting', words.waiting];
};

type Props = { renditions: readonly AssetRendition[]; retry: (name: string) => Promise<unknown> };

/** Every rendition with how it stands, to be seen at its own size; what failed says why, with the way on. */
export const Renditions = ({ renditions, retry }: Props) => {
  const words = useInspectorWords();
  const mayChange = useMay('changeLibrary');
  const [seen, setSeen] = useState<AssetRendition>();
  const failed = renditions.filter(({ state }) => state === 'failed');
  const ready = renditions.filter(({ state }) => state === 'ready').length;
  if (renditions.length === 0) return null;
  return (
    <section>
      <h3>
        {words.renditions}{' '}
        <span className="muted small num">
          {ready} / {renditions.length}
        </span>
      </h3>
      {failed.length > 0 && (
        <div className="fix">
          <p>
            {failed[0]?.reason?.message} {words.goOnWithout}
          </p>
          {mayChange && (
            <div className="row">
              <Button small icon="rerun" onPress={() => void Promise.all(failed.map(({ name }) => retry(name)))}>
                {failed.length > 1 ? words.tryAgainAll : words.tryAgain}
              </Button>
            </div>
          )}
        </div>
      )}
      {byShape(renditions).map(([shape, group]) => (
        <details key={shape} open={group.some(({ state }) => state !== 'ready')}>
          <summary>
            {words.shapes[shape as keyof InspectorWords['shapes']] ?? shape}
            <span className="muted num">{summaryOf(group)}</span>
          </summary>
          <Table renditions={group} look={setSeen} caption={shape} />
        </details>
      ))}
      <Dialog title={seen?.name ?? ''} isOpen={seen !== undefined} onClose={() => setSeen(undefined)} wide>
        {seen?.url && <SeenAtSize rendition={seen} />}
      </Dialog>
    </section>
  );
};

/** Renditions of one shape together; a film and its like have names without one. */
const byShape = (renditions: readonly AssetRendition[]): [string, AssetRendition[]][] => [
  ...Map.groupBy(renditions, ({ name }) => /^[a-z]+(?=-)/.exec(name)?.[0] ?? 'file'),
];

/** The formats of a shape: `avif, webp, jpg`. */
const summaryOf = (renditions: readonly AssetRendition[]): string =>
  [...new Set(renditions.map(({ name }) => name.split('.').at(-1)))].join(', ');

type TableProps = { renditions: readonly AssetRendition[]; look: (rendition: AssetRendition) => void; caption: string };

const Table = ({ renditions, look, caption }: TableProps) => {
  const words = useInspectorWords();
  return (
    <table className="rend">
      <caption className="vh">{caption}</caption>
      <tbody>
        {renditions.map((rendition) => {
          const [status, word] = standing(rendition.state, words);
          return (
            <tr key={rendition.name}>
              <th scope="row" className="mono">
                {rendition.url ? (
                  <button
                    type="button"
                    className="as-link"
                    aria-label={words.look(rendition.name)}
                    onClick={() => look(rendition)}
                  >
                    {rendition.name}
                  </button>
                ) : (
                  rendition.name
                )}
              </th>
              <td>
                <StatusPill status={status} word={word} plain />
              </td>
              <td className="end num">{rendition.bytes === undefined ? '' : formatBytes(rendition.bytes)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const SeenAtSize = ({ rendition: { url, name, width, height, contentType } }: { rendition: AssetRendition }) => (
  <div className="at-size" data-scroll>
    {contentType?.startsWith('video/') ? (
      // biome-ignore lint/a11y/useMediaCaption: captions are files of their own, chosen where a page shows the film
      <video src={url} controls preload="metadata" />
    ) : (
      <img src={url} alt={name} width={width} height={height} />
    )}
  </div>
);
