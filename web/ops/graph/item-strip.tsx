import { useState } from 'react';
import { Icon } from '../../ui/icons/icon.tsx';
import { STATUSES } from '../../ui/words/statuses.ts';
import type { Branch } from '../history/model.ts';
import { ITEMS_A_PAGE, pageOfStrip } from './items.ts';

type ItemStripProps = { name: string; items: readonly Branch[]; chosen: number; onChoose: (index: number) => void };

/** The items of a Map, a cell each; the path of the chosen one is drawn below. */
export const ItemStrip = ({ name, items, chosen, onChoose }: ItemStripProps) => {
  const [page, setPage] = useState(0);
  const pages = Math.ceil(items.length / ITEMS_A_PAGE);
  const shown = pageOfStrip(items, page);
  const hasChosen = shown.some(({ index }) => index === chosen);
  const turn = (by: number, label: string, icon: 'right' | 'chevron') => (
    <button
      type="button"
      className="strip-page"
      aria-label={label}
      disabled={page + by < 0 || page + by >= pages}
      onClick={() => setPage(page + by)}
    >
      <Icon name={icon} className={by < 0 ? 'is-back' : 'is-on'} />
    </button>
  );
  const walk = (key: string, at: number): number | undefined => {
    if (key === 'ArrowRight') return Math.min(at + 1, shown.length - 1);
    if (key === 'ArrowLeft') return Math.max(at - 1, 0);
    if (key === 'Home') return 0;
    return key === 'End' ? shown.length - 1 : undefined;
  };
  return (
    <div className="strip nopan nowheel">
      {pages > 1 && turn(-1, 'The items before', 'right')}
      <div
        className="strip-items"
        role="radiogroup"
        aria-label={`Items of ${name}${pages > 1 ? `, page ${page + 1} of ${pages}` : ''}`}
        onKeyDown={(event) => {
          const at = shown.findIndex(({ index }) => String(index) === (event.target as HTMLElement).dataset.item);
          const next = shown[walk(event.key, at) ?? -1];
          if (!next) return;
          event.preventDefault();
          event.stopPropagation();
          onChoose(next.index);
          event.currentTarget.querySelector<HTMLElement>(`[data-item="${next.index}"]`)?.focus();
        }}
      >
        {shown.map(({ index, standing }, place) => (
          // biome-ignore lint/a11y/useSemanticElements: a cell holds a shape, which a radio input cannot
          <button
            key={index}
            type="button"
            role="radio"
            data-item={index}
            aria-checked={index === chosen}
            aria-label={`Item ${index}, ${STATUSES[standing].word.toLowerCase()}`}
            tabIndex={index === chosen || (!hasChosen && place === 0) ? 0 : -1}
            className={`cell st-${standing}`}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(index);
            }}
          >
            <Icon name={STATUSES[standing].icon} />
          </button>
        ))}
      </div>
      {pages > 1 && turn(1, 'The items after', 'right')}
    </div>
  );
};
