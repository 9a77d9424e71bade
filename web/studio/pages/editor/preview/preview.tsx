import { Button } from '@marquee/ui/button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { Skeleton } from '@marquee/ui/notice.tsx';
import { useState } from 'react';
import { instantOf } from '../../../app/zoned.ts';
import { useContent } from '../../use-pages.ts';
import { useMomentWords } from '../fields/time.tsx';
import type { Path } from '../model/paths.ts';
import { useEditorWords } from '../words.ts';
import { useFieldWords } from '../words-of-fields.ts';
import { AsOf, type Seen } from './as-of.tsx';
import { Frame, WIDTHS, type Width } from './frame.tsx';
import type { Drawing } from './use-drawn.ts';

type Props = {
  itemId: string;
  locale: string;
  drawing: Drawing;
  seen: Seen;
  onSee: (seen: Seen) => void;
  current?: Path;
  /** Saves what is written; answers the version that it has then. */
  save: () => Promise<number>;
  hasPage: boolean;
};

const NAMES = Object.keys(WIDTHS) as Width[];

/** The real page of what is written: at three widths, as of any moment. */
export const Preview = ({ itemId, locale, drawing, seen, onSee, current, save, hasPage }: Props) => {
  const words = useEditorWords();
  const fields = useFieldWords();
  const said = useMomentWords();
  const [width, setWidth] = useState<Width>(() => (innerWidth < 720 ? 'phone' : 'desktop'));
  const { drawn, error, busy } = drawing;
  const { time } = seen;
  const instant = time && instantOf(time.at, time.zone);
  const when = time && instant !== undefined ? words.asOfAt(said(instant, time.zone)) : '';
  return (
    <section className="view" aria-label={words.preview} aria-busy={busy}>
      <div className="viewbar">
        <fieldset className="seg widths">
          <legend className="vh">{words.width}</legend>
          {NAMES.map((name) => (
            <label key={name} title={words.widths[name]}>
              <input type="radio" name="width" checked={width === name} onChange={() => setWidth(name)} />
              <Icon name={name} />
              <span className="vh">{words.widths[name]}</span>
            </label>
          ))}
        </fieldset>
        <span className="addr clip mono">
          {drawn?.path ?? ''} {when} {seen.territory ?? ''}
        </span>
        {busy && drawn && <Icon name="running" label={words.drawing} className="turns" />}
        <AsOf seen={seen} onChange={onSee} />
        {hasPage && <NewTab itemId={itemId} locale={locale} save={save} />}
      </div>
      {error && (
        <p className="notice-line" role="status">
          <Icon name="waiting" />
          <b>{drawn ? words.previewWaits : words.previewFailed}.</b> {error.message}
        </p>
      )}
      {drawn && !drawn.path && <p className="notice-line quiet">{words.noOwnPage}</p>}
      {drawn ? (
        <Frame
          html={drawn.html}
          width={width}
          locale={locale}
          current={current}
          label={current ? fields.path(current, (part) => part === locale) : ''}
        />
      ) : (
        !error && <Skeleton rows={10} label={words.drawing} />
      )}
    </section>
  );
};

/** Opens the saved page at an address that can be shared: the link is asked for when it is wanted. */
const NewTab = ({ itemId, locale, save }: { itemId: string; locale: string; save: () => Promise<number> }) => {
  const words = useEditorWords();
  const content = useContent();
  const [problem, setProblem] = useState('');
  const open = async (): Promise<void> => {
    // The tab opens at the press itself: later a browser would take it for an advertisement.
    const tab = window.open('about:blank', '_blank');
    try {
      const { links } = await content.preview(itemId, await save());
      const url = (links.find((link) => link.locale === locale) ?? links[0])?.url;
      if (!url) throw new Error(words.linkFailed);
      setProblem('');
      if (!tab) return;
      tab.opener = null;
      tab.location.replace(new URL(url, location.href));
    } catch (error) {
      tab?.close();
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <Button small icon="external" aria-label={`${words.newTab}. ${words.newTabWhy}`} onPress={() => void open()} />
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
};
