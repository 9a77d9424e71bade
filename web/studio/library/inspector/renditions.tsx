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
      <table className="rend">
        <caption className="vh">{words.renditions}</caption>
        <tbody>
          {renditions.map((rendition) => {
            const [status, word] = standing(rendition.state, words);
            return (
              <tr key={rendition.name}>
                <th scope="row" className="mono">
                  {rendition.url ? (
                    <button type="button" className="as-link" onClick={() => setSeen(rendition)}>
                      <span className="vh">{words.look('')}</span>
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
      <Dialog title={seen?.name ?? ''} isOpen={seen !== undefined} onClose={() => setSeen(undefined)} wide>
        {seen?.url && <SeenAtSize rendition={seen} />}
      </Dialog>
    </section>
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
